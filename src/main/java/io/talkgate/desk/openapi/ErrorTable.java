package io.talkgate.desk.openapi;

import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.ProblemTexts;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** All error codes with what they mean. */
final class ErrorTable {
  private ErrorTable() {}

  static String markdown() {
    return Arrays.stream(ErrorCode.values())
        .map(ErrorTable::row)
        .collect(
            Collectors.joining(
                "\n",
                "What went wrong, for programs.\n\n| code | status | meaning |\n|---|---|---|\n",
                ""));
  }

  private static String row(ErrorCode code) {
    return "| `%s` | %d | %s |"
        .formatted(code, code.status(), ProblemTexts.pattern(code, Locale.ENGLISH));
  }
}
