package io.talkgate.desk.openapi;

import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.ProblemTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Shows the problem documents of a response, one example for each code its description names. */
final class ProblemContent {
  private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");
  private static final String SCHEMA = "#/components/schemas/Problem";

  private ProblemContent() {}

  static void add(String status, APIResponse response) {
    if (status.compareTo("400") < 0) {
      return;
    }
    MediaType problem = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA));
    Matcher codes = CODE.matcher(response.getDescription());
    while (codes.find()) {
      ErrorCode code = ErrorCode.valueOf(codes.group(1));
      problem.addExample(code.name(), OASFactory.createExample().value(document(code)));
    }
    response.setContent(
        OASFactory.createContent().addMediaType("application/problem+json", problem));
  }

  private static Map<String, Object> document(ErrorCode code) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("status", code.status());
    document.put("title", ProblemTexts.title(code, Locale.ENGLISH));
    document.put("detail", ProblemTexts.pattern(code, Locale.ENGLISH));
    document.put("code", code.name());
    if (code == ErrorCode.VALIDATION) {
      document.put("errors", List.of(Map.of("field", "limit", "message", "…")));
    }
    return document;
  }
}
