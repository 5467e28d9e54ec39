package org.weighhouse.api.share;

/**
 * Who takes from a {@link SharedPool}.
 *
 * @param group whose share it is, such as a workspace's id
 * @param member who uses it within the group, such as a key's id
 */
public record Sharer(String group, String member) {

    /** Somebody who is a group alone. */
    public static Sharer alone(String name) {
        return new Sharer(name, name);
    }
}
