package io.maskwire.samples.shop.payments;

/** The check that every card number passes, and a masked one does not. */
final class Luhn {

    private Luhn() {}

    static boolean holds(String number) {
        if (!number.matches("[0-9]{12,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
