package io.talkgate.talktalk;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An absolute http or https URL on port 80 or 443: NAVER fetches from no other [76] (protocol §3).
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PublicUrlValidator.class)
public @interface PublicUrl {
  /** What is said of another one. */
  String message() default "{io.talkgate.talktalk.PublicUrl}";

  /** Bean Validation's. */
  Class<?>[] groups() default {};

  /** Bean Validation's. */
  Class<? extends Payload>[] payload() default {};
}
