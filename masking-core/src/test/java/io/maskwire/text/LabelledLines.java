package io.maskwire.text;

import io.maskwire.text.Label.Line;
import io.maskwire.text.Label.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines in five languages with labelled values; the same for the same seed. */
final class LabelledLines {

    private static final int LINES_OF_A_LANGUAGE = 600;

    /** Sentences with a place for a value, or for something harmless. */
    private static final Map<String, List<String>> SENTENCES = new LinkedHashMap<>();

    static {
        SENTENCES.put(
                "English",
                List.of(
                        "The customer wrote {} into the note.",
                        "2026-11-23 09:16:30.123 INFO order 4711: received {} from the form",
                        "Please check {}, it was declined twice",
                        "value={} rejected",
                        "({})",
                        "We could not reach {} today; we try again tomorrow."));
        SENTENCES.put(
                "German",
                List.of(
                        "Die Kundin gab {} über das Formular an.",
                        "WARN Prüfung fehlgeschlagen für {} nach 3 Versuchen",
                        "Bitte {} prüfen, größere Abweichung",
                        "Wert „{}“ gelöscht",
                        "Bestellung 4711/{} – storniert"));
        SENTENCES.put(
                "French",
                List.of(
                        "Le client a indiqué {} à la caisse.",
                        "Échec de l'opération : {} (délai dépassé)",
                        "reçu « {} » à 9 h 16",
                        "N° {} déjà utilisé, veuillez réessayer"));
        SENTENCES.put(
                "Polish",
                List.of(
                        "Klient podał {} w zgłoszeniu.",
                        "Błąd: nie można użyć {}, spróbuj później",
                        "wartość [{}] usunięta",
                        "Przesłano {} o 09:16"));
        SENTENCES.put(
                "Japanese", List.of("お客様は {} と入力しました。", "エラー: {} は使用できません", "値「{}」を削除しました", "注文 4711: {} を確認してください"));
    }

    private static final List<String> NAMES = List.of(
            "password={}",
            "\"password\":\"{}\"",
            "DB_PASSWORD='{}'",
            "password: {}",
            "Login[id=1, password={}]",
            "/login?password={}",
            "apiKey={}",
            "{\\\"clientSecret\\\":\\\"{}\\\"}",
            "--token={}",
            "password {}");

    private final Samples samples;

    private LabelledLines(long seed) {
        this.samples = new Samples(seed);
    }

    static List<Line> of(long seed) {
        return new LabelledLines(seed).lines();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        SENTENCES.forEach((language, sentences) -> {
            for (int i = 0; i < LINES_OF_A_LANGUAGE; i++) {
                lines.add(line(language, samples.oneOf(sentences)));
            }
        });
        return lines;
    }

    private Line line(String language, String sentence) {
        int kind = samples.below(Label.values().length * 2);
        if (kind >= Label.values().length) {
            return new Line(language, sentence.replace("{}", samples.harmless()), Set.of());
        }
        Label label = Label.values()[kind];
        String value = samples.value(label);
        String around = switch (label) {
            case NAMED_VALUE -> samples.oneOf(NAMES);
            case URL_USER -> "https://{}@example.com/x";
            default -> "{}";
        };
        String whole = sentence.replace("{}", around);
        // In braces of JSON the place is the last one.
        int start = whole.lastIndexOf("{}");
        Set<Piece> pieces = new LinkedHashSet<>();
        pieces.add(new Piece(label, start, start + value.length()));
        return new Line(language, whole.substring(0, start) + value + whole.substring(start + 2), pieces);
    }
}
