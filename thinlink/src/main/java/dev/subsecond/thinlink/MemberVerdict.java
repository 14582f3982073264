package dev.subsecond.thinlink;

import java.util.List;

/**
 * What becomes of one changed member.
 *
 * @param member the member as a person writes it, {@code app.Game.tick(World)}
 * @param owner binary name of its class
 * @param verdict what becomes of it
 * @param token the page in {@code docs/diagnostics/}; empty unless refused or unreached
 * @param reason why, in a sentence with the way out; empty if live
 * @param notes parts of the world that keep the old view
 * @param functionId address of the function in the image as {@code 0x…}; empty if the member is no function
 * @param cause what of it changed, as the end of a sentence; empty unless live
 */
public record MemberVerdict(
        String member,
        String owner,
        Verdict verdict,
        String token,
        String reason,
        List<String> notes,
        String functionId,
        String cause) {

    public MemberVerdict {
        notes = List.copyOf(notes);
    }
}
