package io.talkgate.talktalk;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** At most 15 product numbers single, 4 as a list (protocol §3). */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ProductCountValidator.class)
@interface ProductCount {
  String message() default "{io.talkgate.talktalk.ProductCount}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
