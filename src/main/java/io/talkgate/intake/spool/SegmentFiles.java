package io.talkgate.intake.spool;

import java.io.IOException;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** The disk as far as the spool uses it. */
interface SegmentFiles {

  /** Opens a file; whatever it makes is readable for this user alone. */
  SegmentFile open(Path file, OpenOption... options) throws IOException;

  /** Deletes a file if it is there. */
  void delete(Path file) throws IOException;

  /** Gives a file another name in the same directory, at once or not at all. */
  void move(Path from, Path to) throws IOException;

  /** Makes the directory's entries durable, where the platform can. */
  void sync(Path directory) throws IOException;
}
