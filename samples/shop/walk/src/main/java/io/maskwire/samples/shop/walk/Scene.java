package io.maskwire.samples.shop.walk;

import java.util.List;

/** One request and what each audience got for it. */
record Scene(String title, String request, Purchase purchase, List<Sighting> sightings) {

    List<String> findings() {
        return sightings.stream()
                .flatMap(sighting -> sighting.findings(purchase).stream())
                .toList();
    }
}
