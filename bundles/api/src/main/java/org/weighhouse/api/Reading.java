package org.weighhouse.api;

/** What a scale shows: how much of something happened, before a rate card says what it costs. */
public sealed interface Reading {

    /** Most messages of one reading. */
    long MAX_QUANTITY = 1_000_000;

    /** What this reading is counted in. */
    Unit unit();

    /** How much it is, whatever it costs. */
    Measures measures();

    /**
     * Messages that were sent.
     *
     * @param quantity how many, 0 to {@link #MAX_QUANTITY}
     */
    record Messages(long quantity) implements Reading {

        /** @throws IllegalArgumentException if the quantity is out of range */
        public Messages {
            if (quantity < 0 || quantity > MAX_QUANTITY) {
                throw new IllegalArgumentException("quantity must be between 0 and " + MAX_QUANTITY);
            }
        }

        @Override
        public Measures measures() {
            return Measures.of(quantity);
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
     * @param toolCalls tools the provider ran itself, zero or more
     * @param millis milliseconds of sound or video that the provider bills for, zero or more
     */
    record Tokens(String provider, TokenBuckets buckets, long toolCalls, long millis) implements Reading {

        /** @throws IllegalArgumentException if a count is negative */
        public Tokens {
            if (buckets.hasNegative() || (toolCalls | millis) < 0) {
                throw new IllegalArgumentException("token counts must not be negative");
            }
        }

        /** Tokens alone. */
        public Tokens(String provider, TokenBuckets buckets) {
            this(provider, buckets, 0, 0);
        }

        @Override
        public Measures measures() {
            return new Measures(1, toolCalls, millis, buckets);
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

        /** Nothing: the period's own posting counts the person. */
        @Override
        public Measures measures() {
            return Measures.NONE;
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

        @Override
        public Measures measures() {
            return Measures.of(1);
        }
    }
}
