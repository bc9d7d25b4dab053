package io.talkgate.consultation;

import java.util.List;

/**
 * The kinds of consultations that a brand has.
 *
 * @param required whether an agent has to say one to close a consultation
 */
public record BrandCategories(boolean required, List<Category> categories) {

  /** None set: agents write what they like. */
  public static final BrandCategories NONE = new BrandCategories(false, List.of());
}
