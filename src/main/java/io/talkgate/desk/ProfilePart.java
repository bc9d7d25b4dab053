package io.talkgate.desk;

import io.talkgate.talktalk.OutgoingEvent.ProfileField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer can be asked for, in the API's spelling; NAVER's is another one. */
@Schema(description = "A part of a customer's profile.")
enum ProfilePart {
  NICKNAME,
  CELLPHONE,
  ADDRESS;

  ProfileField toField() {
    return ProfileField.valueOf(name());
  }
}
