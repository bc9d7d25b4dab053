package io.talkgate.consultation;

/** Who is to get which consultation. */
public record Assignment(WaitingConsultation consultation, AvailableAgent agent) {}
