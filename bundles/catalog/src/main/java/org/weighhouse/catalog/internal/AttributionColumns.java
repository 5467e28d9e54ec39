package org.weighhouse.catalog.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.weighhouse.api.Attribution;

/** The attribution a key brings along, as it is stored; account and key are never among it. */
@Embeddable
class AttributionColumns {

    @Column(name = "channel")
    private String channel;

    @Column(name = "message_kind")
    private String messageKind;

    @Column(name = "campaign")
    private String campaign;

    @Column(name = "automation_flow")
    private String automationFlow;

    @Column(name = "ai_feature")
    private String aiFeature;

    @Column(name = "model")
    private String model;

    @Column(name = "market")
    private String market;

    @Column(name = "subscriber")
    private String subscriber;

    protected AttributionColumns() {}

    AttributionColumns(Attribution attribution) {
        channel = attribution.channel();
        messageKind = attribution.messageKind();
        campaign = attribution.campaign();
        automationFlow = attribution.automationFlow();
        aiFeature = attribution.aiFeature();
        model = attribution.model();
        market = attribution.market();
        subscriber = attribution.subscriber();
    }

    Attribution toAttribution() {
        return new Attribution(
                channel, messageKind, campaign, automationFlow, aiFeature, model, market, "", "", subscriber);
    }
}
