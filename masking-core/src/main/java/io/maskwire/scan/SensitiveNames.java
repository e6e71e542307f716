package io.maskwire.scan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Member names that speak of sensitive data, in English, German, French, Spanish, Italian, Portuguese and Dutch. */
final class SensitiveNames {

    /** Of each kind the words; short ones count only as a whole word of a name. */
    private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

    private static final int LONG_ENOUGH_ANYWHERE = 6;
    private static final Pattern WORD_BORDER = Pattern.compile(
            "[_\\-.\\s]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=[0-9])(?=\\p{L})|(?<=\\p{L})(?=[0-9])");

    static {
        kind(
                "a secret",
                "password passwd pwd passphrase secret credential apikey accesstoken refreshtoken privatekey "
                        + "passwort kennwort geheimnis motdepasse contraseña contrasena clave parola segreta senha wachtwoord");
        kind(
                "card authentication data",
                "cvv cvc cvv2 cvc2 cav2 cid pin pinblock trackdata track1 track2 "
                        + "prüfziffer pruefziffer kartenprüfnummer cryptogramme");
        kind(
                "a card number",
                "cardnumber creditcard debitcard ccnumber pan kreditkarte kartennummer cartebancaire "
                        + "numerocarte tarjeta numerotarjeta cartadicredito cartao cartão creditcardnummer");
        kind(
                "a bank account",
                "iban bban accountnumber bankaccount routingnumber sortcode kontonummer bankverbindung "
                        + "comptebancaire cuentabancaria contobancario contabancaria rekeningnummer");
        kind(
                "an identity number",
                "ssn socialsecurity nationalid taxid taxnumber passportnumber passportno "
                        + "driverslicense drivinglicence steuernummer steuerid sozialversicherung personalausweis reisepass "
                        + "numerosecuritesociale nif nie dni codicefiscale cpf cnpj nir bsn burgerservicenummer");
        kind("an email address", "email mailaddress emailaddress correo courriel");
        kind(
                "a telephone number",
                "phone telephone mobile cellphone msisdn telefon telefonnummer handynummer "
                        + "téléphone telefono teléfono celular móvil telefone telefoonnummer");
        kind(
                "a date of birth",
                "birthdate dateofbirth birthday dob geburtsdatum geburtstag datenaissance "
                        + "fechanacimiento datanascita datanascimento geboortedatum");
        kind(
                "a person's name",
                "firstname lastname surname givenname familyname fullname maidenname vorname nachname "
                        + "familienname prénom prenom nomdefamille apellido apellidos cognome sobrenome achternaam voornaam");
        kind(
                "an address",
                "streetaddress postaladdress homeaddress postcode zipcode postleitzahl anschrift adresse "
                        + "dirección direccion domicilio indirizzo endereço endereco");
        kind(
                "health data",
                "diagnosis bloodtype bloodgroup medication diagnose blutgruppe diagnostic "
                        + "groupesanguin diagnóstico gruposanguíneo");
    }

    private SensitiveNames() {}

    private static void kind(String name, String words) {
        KINDS.put(name, Arrays.asList(words.split(" ", -1)));
    }

    /** What a name speaks of; empty if of nothing known. */
    static Optional<String> kindOf(String name) {
        List<String> words = Arrays.stream(WORD_BORDER.split(name, -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        String joined = String.join("", words);
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(word -> speaks(word, words, joined)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean speaks(String word, List<String> words, String joined) {
        return words.contains(word)
                || joined.equals(word)
                || word.length() >= LONG_ENOUGH_ANYWHERE && joined.contains(word);
    }
}
