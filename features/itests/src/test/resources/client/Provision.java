import client.ApiClient;
import client.ApiException;
import client.api.AdminApi;
import client.model.AccountSettings;
import client.model.Allowance;
import client.model.Grant;
import client.model.Key;
import client.model.KeyTerms;
import client.model.Membership;
import client.model.MessageRate;
import client.model.PlanSettings;
import client.model.RateCardRows;
import client.model.WorkspaceSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** What a bot builder does for a new customer, with nothing but the client that is generated from the description. */
public final class Provision {

    public static void main(String[] arguments) throws ApiException {
        String gateway = arguments[0];
        String token = arguments[1];
        String workspace = arguments[2];
        String telegram = arguments[3];
        ApiClient client = new ApiClient();
        client.updateBaseUri(gateway);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        AdminApi admin = new AdminApi(client);

        // Twice, as somebody whose connection broke: the second time changes nothing.
        Key first = customer(admin, workspace, telegram);
        Key second = customer(admin, workspace, telegram);

        System.out.println("key=" + first.getText());
        System.out.println("same key=" + (first.getId().equals(second.getId()) && second.getText() == null));
        System.out.println("keys=" + admin.listKeys(workspace, null, null).getItems().size());
        System.out.println("plan=" + admin.getWorkspace(workspace).getPlan());
        System.out.println("members=" + admin.listMembers(workspace, null, null).getItems());
        System.out.println("secrets=" + admin.getAccount(workspace, "telegram", "Support").getSecrets());
        System.out.println("rate=" + admin.getRateCard(workspace, null).getMessages().get(0).getCredits());
        try {
            admin.getWorkspace("no-such-workspace");
        } catch (ApiException refused) {
            System.out.println("missing=" + refused.getCode());
        }
    }

    private static Key customer(AdminApi admin, String workspace, String telegram) throws ApiException {
        admin.putPlan(
                workspace + "-plan",
                new PlanSettings()
                        .allowances(Map.of(
                                "message_credits",
                                new Allowance().amount(new BigDecimal("100")).limit(Allowance.LimitEnum.HARD))));
        admin.putWorkspace(
                workspace,
                new WorkspaceSettings().name("Customer").zone("Europe/Berlin").plan(workspace + "-plan").currency("EUR"));
        admin.putRateCard(
                workspace,
                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                new RateCardRows().messages(List.of(new MessageRate().channel("telegram").credits(new BigDecimal("2.5")))));
        admin.putGrant(
                workspace,
                "invoice-1",
                new Grant().unit(Grant.UnitEnum.MESSAGE_CREDITS).amount(new BigDecimal("50")));
        admin.putAccount(
                workspace,
                "telegram",
                "Support",
                new AccountSettings().baseUrl(URI.create(telegram)).secrets(Map.of("credential", "1:bot-token")));
        admin.putMember(workspace, "m-" + workspace, new Membership().role(Membership.RoleEnum.MANAGER));
        return admin.createKey(
                workspace,
                new KeyTerms().label("bot").scopes(List.of(KeyTerms.ScopesEnum.SEND, KeyTerms.ScopesEnum.READ)),
                "first-key");
    }
}
