package io.talkgate.access;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be audited.
 *
 * @param brandId whose thing it was done to; null for what concerns no brand
 * @param subjectId the thing itself, of the kind that the action says
 * @param details what else is worth knowing two years later; neither secrets nor personal data of
 *     customers, so that erasing them leaves nothing behind here
 */
public record Deed(
    AuditAction action, @Nullable UUID brandId, UUID subjectId, Map<String, String> details) {

  /** With nothing else to be known. */
  public Deed(AuditAction action, @Nullable UUID brandId, UUID subjectId) {
    this(action, brandId, subjectId, Map.of());
  }
}
