package io.talkgate.talktalk;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Exactly one of imageUrl and imageId (protocol §3). */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneImageSourceValidator.class)
@interface OneImageSource {
  String message() default "{io.talkgate.talktalk.OneImageSource}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
