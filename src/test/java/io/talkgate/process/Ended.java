package io.talkgate.process;

import java.util.List;

/** A process that has ended, with what it wrote. */
public record Ended(int exitCode, List<String> output, List<String> errors) {}
