package org.weighhouse.ledger.internal.codec;

import org.weighhouse.api.Attribution;

/** Numbers the attributions of a row by all but the subscriber, who is another one in nearly every entry. */
final class AttributionNumbers extends Numbering<Attribution> {

    @Override
    int hash(Attribution attribution) {
        int hash = attribution.channel().hashCode();
        hash = hash * 31 + attribution.messageKind().hashCode();
        hash = hash * 31 + attribution.campaign().hashCode();
        hash = hash * 31 + attribution.automationFlow().hashCode();
        hash = hash * 31 + attribution.aiFeature().hashCode();
        hash = hash * 31 + attribution.model().hashCode();
        hash = hash * 31 + attribution.market().hashCode();
        hash = hash * 31 + attribution.account().hashCode();
        return hash * 31 + attribution.key().hashCode();
    }

    @Override
    boolean isSame(Attribution one, Attribution other) {
        return one.campaign().equals(other.campaign())
                && one.messageKind().equals(other.messageKind())
                && one.channel().equals(other.channel())
                && one.automationFlow().equals(other.automationFlow())
                && one.aiFeature().equals(other.aiFeature())
                && one.model().equals(other.model())
                && one.market().equals(other.market())
                && one.account().equals(other.account())
                && one.key().equals(other.key());
    }
}
