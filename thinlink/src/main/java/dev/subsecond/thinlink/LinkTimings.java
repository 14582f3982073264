package dev.subsecond.thinlink;

import java.time.Duration;

/**
 * Where the time of a link went.
 *
 * @param diff comparing the new class files with what runs
 * @param reach finding out what each change needs
 * @param link writing the patch classes
 */
public record LinkTimings(Duration diff, Duration reach, Duration link) {}
