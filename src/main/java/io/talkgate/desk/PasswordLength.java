package io.talkgate.desk;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A password of 8 to 72 bytes in UTF-8: bcrypt looks at no more. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PasswordLengthValidator.class)
@interface PasswordLength {
  String message() default "{io.talkgate.desk.PasswordLength}";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
