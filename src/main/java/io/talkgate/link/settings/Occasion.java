package io.talkgate.link.settings;

import java.util.EnumSet;
import java.util.Set;

/** On what occasion something is said or done automatically. */
public enum Occasion {
  /** 상담 인사말: the first message of a consultation, while the desk is open. */
  GREETING,
  /** 부재중: a message outside the hours. */
  AWAY,
  /** 대기 안내: nobody who is online has room for one more. */
  BUSY,
  /** 배정 안내: somebody has it now. */
  ASSIGNED,
  /** 종료 안내: an agent or the clock has closed it. */
  CLOSING,
  /** 고객 무응답 안내: the customer has not answered, and it will close soon. */
  CUSTOMER_SILENT,
  /** 만족도 평가: the question after the end. */
  SURVEY,
  /** 상담사 응대 지연: nothing is said; the desk is alarmed. */
  REPLY_DELAYED;

  /** What its words may name. */
  Set<Variable> variables() {
    return switch (this) {
      case GREETING -> EnumSet.of(Variable.BRAND);
      case AWAY -> EnumSet.of(Variable.BRAND, Variable.OPENING);
      case BUSY -> EnumSet.of(Variable.BRAND, Variable.QUEUE);
      case ASSIGNED, CLOSING, CUSTOMER_SILENT, SURVEY ->
          EnumSet.of(Variable.BRAND, Variable.COUNSELOR);
      case REPLY_DELAYED -> EnumSet.noneOf(Variable.class);
    };
  }
}
