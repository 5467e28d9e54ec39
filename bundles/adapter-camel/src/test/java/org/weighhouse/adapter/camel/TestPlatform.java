package org.weighhouse.adapter.camel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weighhouse.api.Amount;
import org.weighhouse.api.Attribution;
import org.weighhouse.api.Reading;
import org.weighhouse.api.Reference;
import org.weighhouse.api.Unit;
import org.weighhouse.api.catalog.ChannelAccount;
import org.weighhouse.api.catalog.Secret;
import org.weighhouse.api.channel.AccountField;
import org.weighhouse.api.channel.ChannelDescriptor;
import org.weighhouse.api.channel.ChannelRequest;
import org.weighhouse.api.channel.ChannelResponse;
import org.weighhouse.api.channel.Headers;
import org.weighhouse.api.channel.Refusal;

/**
 * A platform for tests: paths with {@code weigh} in them cost a message, event streams one for each {@code m} in them;
 * the credential is in {@code X-Key}.
 */
final class TestPlatform implements Platform {

    static final String ID = "test";

    @Override
    public ChannelDescriptor descriptor() {
        return new ChannelDescriptor(
                ID,
                "Test",
                "#123456",
                "x",
                Unit.MESSAGE_CREDIT,
                "http://localhost",
                Map.of("text", Amount.of(1)),
                List.of(
                        AccountField.credential("Key", "Ask for it."),
                        new AccountField("number", "Number", false, false, "The number.")));
    }

    @Override
    public Optional<String> presentedKey(ChannelRequest request) {
        return request.headers().first("X-Key");
    }

    /** {@code /number/…} goes over the account of that number. */
    @Override
    public Optional<AccountSetting> account(ChannelRequest request) {
        String first = request.path().split("/", 3)[1];
        return first.matches("\\d+") ? Optional.of(new AccountSetting("number", first)) : Optional.empty();
    }

    @Override
    public boolean mayWait(ChannelRequest request) {
        return request.path().contains("poll");
    }

    @Override
    public Call classify(ChannelRequest request) {
        if (request.path().equals("/unknown")) {
            return new Call.Refused(Refusal.of(Refusal.Reason.UNKNOWN_METHOD, "no such thing"));
        }
        boolean lasting = request.path().contains("lasting");
        return request.path().contains("weigh")
                ? new Call.Metered(request, new Reading.Messages(1), new Reader(), lasting)
                : new Call.Free(request, lasting);
    }

    @Override
    public ChannelRequest withCredential(ChannelRequest request, ChannelAccount account) {
        Secret credential = account.secret(AccountField.CREDENTIAL).orElseThrow();
        Headers headers = new Headers(request.headers().fields().stream()
                .map(field -> field.is("X-Key") ? new Headers.Field(field.name(), credential.value()) : field)
                .toList());
        return request.withHeaders(headers);
    }

    @Override
    public ChannelResponse refuse(Refusal refusal) {
        return ChannelResponse.of(
                refusal.reason().status(),
                Headers.of("X-Reason", refusal.reason() + " " + refusal.retryAfter()),
                refusal.detail().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Reader implements ReplyReader {
        @Override
        public Finding whole(ReplyHead head, byte[] body) {
            String text = new String(body, StandardCharsets.UTF_8);
            return text.startsWith("no")
                    ? new Finding.Unused()
                    : new Finding.Used(Reference.of(text.strip()), Attribution.NONE, new Reading.Messages(1));
        }

        @Override
        public Optional<StreamReader> stream(ReplyHead head) {
            return head.isEventStream() ? Optional.of(new Counting()) : Optional.empty();
        }
    }

    /** Found when {@code !} passes; keeps {@code z} back until the end. */
    private static final class Counting implements StreamReader {
        private int count;
        private boolean found;
        private String rest = "";

        @Override
        public byte[] pass(byte[] buffer, int length) {
            String text = new String(buffer, 0, length, StandardCharsets.UTF_8);
            count += (int) text.chars().filter(c -> c == 'm').count();
            found |= text.contains("!");
            rest = text.contains("z") ? "z" : rest;
            return text.replace("z", "").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] end() {
            return rest.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Finding> found() {
            return found ? Optional.of(used("told")) : Optional.empty();
        }

        @Override
        public Finding estimate() {
            return count == 0 ? new Finding.Unused() : used("seen");
        }

        private Finding.Used used(String id) {
            return new Finding.Used(Reference.of(id), Attribution.NONE, new Reading.Messages(count));
        }
    }
}
