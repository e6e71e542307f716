package io.maskwire.networkpolicy;

import io.maskwire.declaration.Fleet;
import io.maskwire.declaration.Place;
import io.maskwire.declaration.PlatformPeer;
import io.maskwire.networkpolicy.api.Shown;

/** Checks what names a platform peer that is called. */
final class PeerCheck {

    private final Fleet fleet;
    private final Problems problems;

    PeerCheck(Fleet fleet, Problems problems) {
        this.fleet = fleet;
        this.problems = problems;
    }

    void called(String name, String who, Place place) {
        PlatformPeer peer = fleet.platform().get(name);
        if (peer == null) {
            problems.add(
                    place,
                    who + " " + Shown.name(name) + ", which is no platform peer of the fleet",
                    "known are " + Shown.list(fleet.platform().keySet())
                            + "; add it to fleet.yml with the port it serves");
        } else if (peer.ports().isEmpty()) {
            problems.add(
                    place,
                    who + " " + Shown.name(name) + ", a platform peer without a port",
                    "add port: NUMBER to it (" + peer.place() + ")");
        }
    }
}
