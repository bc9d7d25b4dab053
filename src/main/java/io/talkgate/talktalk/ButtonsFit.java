package io.talkgate.talktalk;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which buttons a place takes and how long their titles may be there (protocol §3). For one button
 * or a list of them.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {ButtonsFitValidator.OfList.class, ButtonsFitValidator.OfOne.class})
@interface ButtonsFit {
  /** The types the place takes. */
  Class<? extends Button>[] types();

  /** The longest title, in Unicode code points. */
  int titleMax();

  String message() default "{io.talkgate.talktalk.ButtonsFit}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
