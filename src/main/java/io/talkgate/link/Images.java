package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.talktalk.SendOutcome;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Pictures that NAVER keeps for an account. */
@Singleton
public class Images {
  private final ApprovedLinks approved;
  private final AccountCalls calls;

  Images(ApprovedLinks approved, AccountCalls calls) {
    this.approved = approved;
    this.calls = calls;
  }

  /**
   * Has NAVER fetch a picture, which is never done from here: whoever may name URLs could look
   * around in our network otherwise.
   *
   * @param imageUrl public, http or https, port 80 or 443 only [76]
   * @return NAVER's id of it; else LINK_STATE unless the link is approved, or what NAVER says of
   *     the picture: IMAGE_FORMAT, IMAGE_SLOW, IMAGE_TOO_LARGE, IMAGE_ERROR
   */
  public Uni<Result<String>> upload(Caller caller, UUID id, String imageUrl) {
    return approved
        .call(caller, id, () -> calls.uploadImage(caller.brand(), id, imageUrl))
        .map(Images::id);
  }

  static Result<String> id(Result<SendOutcome> answer) {
    return answer.map(outcome -> ((SendOutcome.Uploaded) outcome).imageId());
  }
}
