package org.weighhouse.dashboard.internal.data;

import java.time.LocalDate;
import org.weighhouse.api.Amount;

/** What a campaign used in a span, and on which day last. */
public record CampaignActivity(String id, String name, Amount messages, Amount tokens, LocalDate lastActive) {}
