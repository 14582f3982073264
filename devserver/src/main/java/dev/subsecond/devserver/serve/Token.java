package dev.subsecond.devserver.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret of a run: whoever has it may connect. Given to the program through its environment and to nobody else. */
public final class Token {

    private static final int BYTES = 32;

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /** A new random token of 256 bits. */
    public static Token random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Token(HexFormat.of().formatHex(bytes));
    }

    /** The token as it is put into the environment. */
    public String text() {
        return text;
    }

    /** Whether the value of an {@code Authorization} header carries this token. Takes the same time for each wrong one. */
    boolean isIn(String authorization) {
        byte[] expected = ("Bearer " + text).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing of the secret: objects end up in logs. */
    @Override
    public String toString() {
        return "Token";
    }
}
