package io.talkgate.console;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a browser goes on to after its login: always a path of this very service. */
final class ReturnPath {
  private static final String START = "/";

  /** Two slashes, or a slash and a backslash, would lead to another host. */
  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

  private static final int LONGEST = 2000;

  private ReturnPath() {}

  /** The path asked for, or the start page if that is no path of ours. */
  static String of(@Nullable String asked) {
    return asked != null && asked.length() <= LONGEST && OURS.matcher(asked).matches()
        ? asked
        : START;
  }
}
