package io.talkgate.talktalk;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One of title, description and elementList, and two properties in all (protocol §3). */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CompleteCompositeValidator.class)
@interface CompleteComposite {
  String message() default "{io.talkgate.talktalk.CompleteComposite}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
