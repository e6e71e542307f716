package io.maskwire.networkpolicy;

import io.maskwire.declaration.Place;
import io.maskwire.networkpolicy.api.ApiRules;
import io.maskwire.networkpolicy.api.Shown;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Labels that select pods. */
final class Labels {

    private Labels() {}

    /** Names what the API server would refuse, and a selector that would be every pod. */
    static void check(String what, Map<String, String> labels, Place place, Problems problems) {
        if (labels.isEmpty()) {
            problems.add(place, what + " is empty, which would be every pod of the namespace", "name a label");
        }
        labels.forEach((key, value) -> {
            if (!ApiRules.isLabelKey(key)) {
                problems.add(place, what + " has a key that is no label key", ApiRules.LABEL_KEY_RULE);
            } else if (!ApiRules.isLabelValue(value)) {
                problems.add(
                        place,
                        what + " has a value for " + Shown.name(key) + " that no label takes",
                        ApiRules.LABEL_VALUE_RULE);
            }
        });
    }

    static SortedMap<String, String> sorted(Map<String, String> labels) {
        return new TreeMap<>(labels);
    }

    /** True if whatever the narrow labels select is selected by the wide ones too. */
    static boolean cover(Map<String, String> wide, Map<String, String> narrow) {
        return narrow.entrySet().containsAll(wide.entrySet());
    }
}
