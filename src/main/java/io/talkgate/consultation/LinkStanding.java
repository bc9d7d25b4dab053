package io.talkgate.consultation;

import java.time.Duration;
import java.util.UUID;

/**
 * What the applying of events needs to know of a link, read in the same transaction.
 *
 * @param approved whether its events become consultations
 * @param reopenWindow how long after its end a message re-opens a consultation; zero for never
 */
record LinkStanding(UUID linkId, boolean approved, Duration reopenWindow) {}
