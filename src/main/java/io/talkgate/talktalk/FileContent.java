package io.talkgate.talktalk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A file from the customer (protocol §2).
 *
 * @param downloadUrl dies after the expiry
 * @param fileName as the customer named it
 * @param expireDate as NAVER writes it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileContent(
    String downloadUrl, @Nullable String fileName, @Nullable String expireDate) implements Content {

  @Override
  public @Nullable String text() {
    return fileName;
  }

  @Override
  public String toString() {
    return "FileContent[]";
  }
}
