package io.talkgate.consultation;

import io.talkgate.platform.sealing.SealedColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What of customers and events is sealed. */
@Singleton
class SealedConsultationColumns {
  static final SealedColumn CELLPHONE = new SealedColumn("customers", "cellphone");
  static final SealedColumn ADDRESS = new SealedColumn("customers", "address");
  static final SealedColumn BODY = new SealedColumn("events", "body");

  @Produces
  @Singleton
  static SealedColumn cellphone() {
    return CELLPHONE;
  }

  @Produces
  @Singleton
  static SealedColumn address() {
    return ADDRESS;
  }

  @Produces
  @Singleton
  static SealedColumn body() {
    return BODY;
  }
}
