package dev.subsecond.thinlink;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of one link.
 *
 * @param patch what to send; empty if nothing of the save can or needs to go live
 * @param members one verdict for each changed member
 * @param carried what else the patch contains; empty if there is none
 * @param timings where the time went
 */
public record LinkResult(
        Optional<LinkedPatch> patch, List<MemberVerdict> members, List<Carried> carried, LinkTimings timings) {

    public LinkResult {
        members = List.copyOf(members);
        carried = List.copyOf(carried);
    }
}
