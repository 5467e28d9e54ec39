package org.weighhouse.http;

/**
 * Where something is to listen.
 *
 * @param name what people call it, such as {@code gateway}
 * @param port 0 for any free one
 * @param setting where an admin sets another port, for messages
 */
public record Place(String name, String host, int port, String setting) {

    /** In configurations: the port that the environment names, or else the usual one. */
    public static final int CHOSEN_ELSEWHERE = -1;

    /**
     * The port that is meant.
     *
     * @param configured {@link #CHOSEN_ELSEWHERE}, or the port
     * @param variable name of an environment variable
     * @param said what the environment says under that name; {@code null} if nothing
     * @throws IllegalArgumentException if the environment names no port
     */
    public static int port(int configured, String variable, String said, int usual) {
        if (configured != CHOSEN_ELSEWHERE) {
            return configured;
        }
        if (said == null || said.isBlank()) {
            return usual;
        }
        try {
            return Integer.parseInt(said.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(variable + " must be a port number", notANumber);
        }
    }

    String at(int actualPort) {
        return host + ":" + actualPort;
    }
}
