package org.weighhouse.api;

/** What a scale shows: how much of something happened, before a rate card says what it costs. */
public sealed interface Reading {

    /** What this reading is counted in. */
    Unit unit();

    /**
     * Messages that were sent.
     *
     * @param quantity how many, 1 to 1,000,000
     * @param market the market a rate card may tell apart, such as a country code; empty if not said
     */
    record Messages(long quantity, String market) implements Reading {

        /** @throws IllegalArgumentException if the quantity is out of range */
        public Messages {
            if (quantity < 0 || quantity > 1_000_000) {
                throw new IllegalArgumentException("quantity must be between 0 and 1000000");
            }
        }

        @Override
        public Unit unit() {
            return Unit.MESSAGE_CREDIT;
        }
    }

    /**
     * Tokens of one AI call.
     *
     * @param provider id of the provider, such as {@code openai}
     */
    record Tokens(String provider, TokenBuckets buckets) implements Reading {

        /** @throws IllegalArgumentException if a bucket is negative */
        public Tokens {
            if (buckets.hasNegative()) {
                throw new IllegalArgumentException("token counts must not be negative");
            }
        }

        @Override
        public Unit unit() {
            return Unit.AI_TOKEN;
        }
    }

    /** The subscriber named in the attribution was active. Counted once for each period of the plan. */
    record ActiveSubscriber() implements Reading {
        @Override
        public Unit unit() {
            return Unit.SUBSCRIBER;
        }
    }

    /**
     * Somebody clicked, replied or converted; which of them is the attribution's message kind.
     *
     * @param value what it was worth to the workspace, in its own currency or points, zero or more; zero if not said.
     *     Counted in {@link Unit#ENGAGEMENT_VALUE}
     */
    record Engagement(Amount value) implements Reading {

        /** @throws IllegalArgumentException if the value is negative */
        public Engagement {
            if (value.isNegative()) {
                throw new IllegalArgumentException("the value of an engagement must not be negative");
            }
        }

        @Override
        public Unit unit() {
            return Unit.ENGAGEMENT;
        }
    }
}
