package io.talkgate.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.RefusedException;
import io.talkgate.platform.problem.ValueRule;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.CharConversionException;
import java.io.IOException;

/**
 * Refuses bodies that cannot be read. This happens around the reading, not in an exception mapper,
 * because only here Jackson's complaints are about what the caller sent: the same exceptions come
 * out of rooms that read JSON of their own, and there they are our bugs.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
class JsonBodies implements ReaderInterceptor {
  /** Ten times what the longest reasonable message takes. */
  static final long MAX_BYTES = 1 << 20;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new LimitedStream(context.getInputStream(), MAX_BYTES));
    try {
      return context.proceed();
    } catch (JsonProcessingException fault) {
      throw new RefusedException(JsonFaults.refusal(fault));
    } catch (WebApplicationException wrapped) {
      if (wrapped.getCause() instanceof JsonProcessingException fault) {
        throw new RefusedException(JsonFaults.refusal(fault));
      }
      throw wrapped;
    } catch (CharConversionException notUtf8) {
      throw new RefusedException(Refusal.invalid(FieldError.BODY, ValueRule.JSON, 1, 1));
    }
  }
}
