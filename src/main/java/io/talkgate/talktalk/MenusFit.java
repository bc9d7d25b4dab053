package io.talkgate.talktalk;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The items of a persistent menu: at most four, nesting at most three deep (protocol §3). */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@NotNull
@Size(max = 4)
@Constraint(validatedBy = MenusFitValidator.class)
public @interface MenusFit {
  /** What is said of an item that is too deep. */
  String message() default "{io.talkgate.talktalk.MenusFit}";

  /** Bean Validation's. */
  Class<?>[] groups() default {};

  /** Bean Validation's. */
  Class<? extends Payload>[] payload() default {};
}
