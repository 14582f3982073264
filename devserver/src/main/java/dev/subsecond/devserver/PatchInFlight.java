package dev.subsecond.devserver;

import dev.subsecond.thinlink.MemberVerdict;
import java.nio.file.Path;
import java.util.List;

/**
 * A patch that was sent and not yet answered.
 *
 * @param sequence its number
 * @param files the files it came from
 * @param members what the linker expects of it
 * @param clock its times
 */
record PatchInFlight(long sequence, List<Path> files, List<MemberVerdict> members, SaveClock clock) {}
