package com.coworkpay.console.words;

import com.coworkpay.console.shell.Section;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// Every text of every page, in English; `messages/msg_ko.properties` has the Korean ones.
@MessageBundle
public interface Messages {

    @Message("Skip to the contents")
    String skipToContents();

    @Message("Another location")
    String otherLocation();

    @Message("Appearance")
    String theme();

    @Message("As the system")
    String themeSystem();

    @Message("Light")
    String themeLight();

    @Message("Dark")
    String themeDark();

    @Message("Sign out")
    String signOut();

    @Message("Help")
    String help();

    @Message("Test account: no money moves.")
    String testAccount();

    @Message("Parts of the console")
    String navigation();

    @Message("{#when section.name}{#is 'OVERVIEW'}Overview{#is 'TRANSACTIONS'}Transactions{#is 'REFUNDS'}Refunds{#is 'REVIEW'}Manual review{#is 'KAKAOPAY'}KakaoPay{/when}")
    String section(Section section);

    @Message("You are signed out")
    String signedOutMeanwhile();

    @Message("Sign in again in the new tab, then come back here: what you typed is still here.")
    String signedOutMeanwhileText();

    @Message("Sign in again")
    String signInAgain();

    @Message("Close")
    String close();

    @Message("Locations")
    String locations();

    @Message("Name or id of a location")
    String searchLocation();

    @Message("Search")
    String search();

    @Message("No location of that name.")
    String noLocationFound();

    @Message("Clear the filters")
    String clearFilters();

    @Message("not known to CoworkPay yet")
    String locationUnknownYet();

    @Message("connected")
    String connected();

    @Message("not connected")
    String notConnected();

    @Message("More")
    String more();

    @Message("You have no permissions here")
    String nowhere();

    @Message("Ask the administrator of your location to give you permissions. They need your id.")
    String nowhereText();

    @Message("Your id")
    String yourId();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("KakaoPay")
    String kakaopay();

    @Message("live")
    String live();

    @Message("test")
    String test();

    @Message("About")
    String about();

    @Message("Docs")
    String docs();

    @Message("{#when status}{#is 'NOT_CONNECTED'}– Not connected{#is 'CONNECTED'}✓ Connected{#is 'CREDENTIAL_REFUSED'}✕ KakaoPay refuses the key{#is 'DISCONNECTED'}– Disconnected{#else}{status}{/when}")
    String connectionStatus(String status);

    @Message("{#when what}{#is 'connected'}Connected. KakaoPay accepted the key.{#is 'saved'}Saved.{#is 'disconnected'}Disconnected.{#is 'refundRequested'}The refund is requested.{#is 'inquired'}KakaoPay was asked.{#is 'resolved'}Resolved.{#is 'released'}It counts now.{#is 'dismissed'}Dismissed.{#else}Done.{/when}")
    String done(String what);

    @Message("Nothing was changed")
    String notDone();

    @Message("It is not known whether it was done")
    String notKnownWhetherTaken();

    @Message("The service did not answer. Look at this page again, then try once more.")
    String noAnswer();

    @Message("Try again in {seconds} seconds.")
    String againIn(long seconds);

    @Message("For support")
    String trace();

    @Message("KakaoPay refuses the key")
    String credentialRefused();

    @Message("Since")
    String since();

    @Message("Account")
    String account();

    @Message("CID")
    String cid();

    @Message("{#when kind}{#is 'SECRET_KEY'}Secret key{#is 'ADMIN_KEY'}Admin key{#else}Key{/when}")
    String credentialKind(String kind);

    @Message("Connected by")
    String connectedBy();

    @Message("Last check")
    String lastCheck();

    @Message("{#when result}{#is 'ACCEPTED'}✓ accepted{#is 'WRONG_KEY'}✕ wrong key{#is 'WRONG_CID'}✕ wrong CID{#is 'DOMAIN_NOT_REGISTERED'}✕ site domain not registered{#is 'NOT_ENABLED'}✕ not enabled at KakaoPay{#is 'IP_NOT_ALLOWED'}✕ our address is not allowed{#is 'QUOTA_EXCEEDED'}✕ quota exceeded{#is 'NOT_REACHABLE'}✕ KakaoPay was not reachable{#is 'UNEXPECTED'}✕ unexpected answer{#else}{result}{/when}")
    String checkResult(String result);

    @Message("{count} other locations use the same CID.")
    String sameCidElsewhere(Integer count);

    @Message("Check now")
    String checkNow();

    @Message("KakaoPay is asked; this takes up to 15 seconds.")
    String checkTakes();

    @Message("Connect KakaoPay")
    String connect();

    @Message("You find key and CID in KakaoPay's partner centre. The key is checked with KakaoPay at once; no money moves.")
    String connectText();

    @Message("Replace the key, or use another CID")
    String replaceKey();

    @Message("With the same CID the former key still serves for ten minutes. With another CID the present account is kept for the refunds of its payments.")
    String replaceKeyText();

    @Message("Kind of key")
    String keyKind();

    @Message("Of KakaoPay's present API; begins with PRD or DEV.")
    String secretKeyText();

    @Message("Of the former API of Kakao Developers.")
    String adminKeyText();

    @Message("Key")
    String key();

    @Message("Show")
    String show();

    @Message("On this machine KakaoPay is simulated. Its key:")
    String simulatorKey();

    @Message("Try and connect")
    String tryAndConnect();

    @Message("Site domains to register")
    String siteDomains();

    @Message("Register them in KakaoPay's partner centre, or payers are not led back.")
    String siteDomainsText();

    @Message("Use KakaoPay for")
    String useFor();

    @Message("{#when type}{#is 'BOOKING'}Bookings{#is 'EVENT_TICKET'}Event tickets{#is 'SHOP_ORDER'}Shop orders{#is 'CREDIT_PACKAGE'}Credit packages{#is 'INVOICE'}Invoices{#else}{type}{/when}")
    String payableType(String type);

    @Message("Automatic refunds")
    String automaticRefunds();

    @Message("Cancellations are refunded by the policy that was shown when paying.")
    String automaticRefundsText();

    @Message("Save")
    String save();

    @Message("Accounts kept for refunds")
    String otherAccounts();

    @Message("Payments made with them can still be refunded.")
    String otherAccountsText();

    @Message("Status")
    String state();

    @Message("{#when status}{#is 'ACTIVE'}active{#is 'RETIRED'}retired{#is 'DISCONNECTED'}disconnected{#else}{status}{/when}")
    String accountStatus(String status);

    @Message("Disconnect")
    String disconnect();

    @Message("From then on nobody can pay with KakaoPay at this location.")
    String disconnectNoNew();

    @Message("Payments that are being made now may still be completed.")
    String disconnectOpen();

    @Message("What was paid can still be refunded: the key is kept, sealed, for that alone.")
    String disconnectRefunds();

    @Message("You can connect again at any time.")
    String disconnectAgain();

    @Message("To confirm, type the CID {cid}")
    String typeCid(String cid);

    @Message("Back")
    String back();

    @Message("There is no such page")
    String notFound();

    @Message("The address is wrong, or you have no permissions there.")
    String notFoundText();

    @Message("You may not see this page")
    String notPermitted();

    @Message("It needs one of these permissions: {permissions}. Ask the administrator of this location.")
    String notPermittedText(String permissions);

    @Message("This is not available right now")
    String unavailable();

    @Message("A service does not answer. Nothing was changed. Please try again in a moment.")
    String unavailableText();

    @Message("Something went wrong here")
    String failed();

    @Message("It is our fault, and it is in our logs. Please try again; if it happens again, tell support the number below.")
    String failedText();

    @Message("Try again")
    String tryAgain();

    @Message("You are signed out")
    String signedOut();

    @Message("You can close this page.")
    String signedOutText();

    @Message("Sign in")
    String signIn();

    @Message("To the start")
    String toStart();

    @Message("Transactions")
    String transactions();

    @Message("Filters")
    String filters();

    @Message("From")
    String fromDay();

    @Message("To")
    String toDay();

    @Message("All")
    String all();

    @Message("{#when status}{#is 'SUCCEEDED'}✓ Paid{#is 'PARTIALLY_REFUNDED'}◐ Partly refunded{#is 'REFUNDED'}↩ Refunded{#is 'PENDING'}◌ Pending{#is 'PROCESSING'}◌ Being checked{#is 'CANCELED'}– Canceled{#is 'FAILED'}✕ Failed{#else}{status}{/when}")
    String status(String status);

    @Message("Type")
    String type();

    @Message("Amount from")
    String amountFrom();

    @Message("Amount to")
    String amountTo();

    @Message("Id or description")
    String searchTransaction();

    @Message("Apply")
    String applyFilters();

    @Message("{count} paid")
    String totalsPaid(long count);

    @Message("Refunded")
    String refunded();

    @Message("Refunds in progress")
    String refundPending();

    @Message("Net")
    String net();

    @Message("{count} test rows left out")
    String testRowsLeftOut(long count);

    @Message("There is no transaction yet. It appears here within a second once somebody pays with KakaoPay.")
    String noTransactionYet();

    @Message("No transaction of these filters.")
    String noTransactionFound();

    @Message("Times in {zone}")
    String timesIn(String zone);

    @Message("amounts in KRW")
    String amountsInWon();

    @Message("Time")
    String time();

    @Message("ID (Order ID)")
    String orderId();

    @Message("Description")
    String description();

    @Message("Payer")
    String payer();

    @Message("Total")
    String total();

    @Message("Older")
    String older();

    @Message("Export as CSV")
    String export();

    @Message("{rows} rows")
    String exportSize(long rows);

    @Message("Complete up to")
    String completeUpTo();

    @Message("Refund")
    String refund();

    @Message("Money")
    String money();

    @Message("Supply")
    String supply();

    @Message("VAT")
    String vat();

    @Message("Tax-free")
    String taxFree();

    @Message("Overpaid")
    String overpaid();

    @Message("Refunded elsewhere")
    String refundedElsewhere();

    @Message("Can still be refunded")
    String refundable();

    @Message("payment-service does not answer right now: these figures are the report's.")
    String fromTheReport();

    @Message("Ids")
    String ids();

    @Message("Method")
    String method();

    @Message("{#when method}{#is 'MONEY'}KakaoPay Money{#is 'CARD'}Card{#else}{method}{/when}")
    String paymentMethod(String method);

    @Message("Timeline")
    String timeline();

    @Message("Begun")
    String begun();

    @Message("Approved by KakaoPay")
    String approved();

    @Message("In manual review")
    String inManualReview();

    @Message("{#when status}{#is 'REQUESTED'}◌ requested{#is 'AWAITING_APPROVAL'}◌ awaiting approval{#is 'IN_FLIGHT'}◌ in progress{#is 'UNKNOWN'}◌ being checked{#is 'SUCCEEDED'}✓ refunded{#is 'FAILED'}✕ failed{#else}{status}{/when}")
    String refundStatus(String status);

    @Message("Refunds")
    String refunds();

    @Message("Amount")
    String amount();

    @Message("Why")
    String origin();

    @Message("Requested by")
    String requestedBy();

    @Message("What happened")
    String whatHappened();

    @Message("{#when origin}{#is 'CANCELLATION'}Cancellation{#is 'BATCH'}Batch{#is 'OVERPAYMENT'}Overpayment{#is 'ADMINISTRATOR'}Administrator{#is 'OUTSIDE'}In KakaoPay's partner centre{#else}{origin}{/when}")
    String refundOrigin(String origin);

    @Message("Decisions about cancellations")
    String decisions();

    @Message("What the decision was made from")
    String whatItSaw();

    @Message("{count} earlier decisions are not shown.")
    String decisionsOmitted(Integer count);

    @Message("It has changed in the meantime")
    String changedMeanwhile();

    @Message("Nothing is left to refund.")
    String nothingLeft();

    @Message("How much")
    String howMuch();

    @Message("All that is left")
    String allThatIsLeft();

    @Message("A part")
    String aPart();

    @Message("Amount of the part, in KRW")
    String amountOfPart();

    @Message("At most")
    String atMost();

    @Message("Type an amount in won, in digits, that is not more than what is left.")
    String badAmount();

    @Message("Reason")
    String reason();

    @Message("{#when reason}{#is 'REQUESTED_BY_CUSTOMER'}The customer asked for it{#is 'DUPLICATE'}Paid twice{#is 'ORDER_CHANGE'}The order changed{#is 'UNSATISFACTORY'}Not satisfactory{#is 'FRAUDULENT'}Fraud{#is 'OTHER'}Other{#else}{reason}{/when}")
    String refundReason(String reason);

    @Message("Note")
    String note();

    @Message("For colleagues; no personal data. At most 500 characters.")
    String noPersonalData();

    @Message("Next")
    String next();

    @Message("Press the button again: it cannot happen twice.")
    String pressAgain();

    @Message("Stays with the location")
    String staysAfter();

    @Message("KakaoPay refunds it to the means that it was paid with. This cannot be undone.")
    String refundWhere();

    @Message("Refund {amount}")
    String refundAmount(String amount);

    @Message("Cancel")
    String cancel();

    @Message("Manual review")
    String manualReview();

    @Message("CoworkPay goes on asking KakaoPay about these by itself. You can ask now, or say what is true, with evidence.")
    String manualReviewText();

    @Message("Nothing waits for a person.")
    String nothingWaits();

    @Message("Looked at")
    String lastLooked();

    @Message("Payments")
    String paymentsInReview();

    @Message("Refunds")
    String refundsInReview();

    @Message("Cancellations without effect")
    String setAside();

    @Message("Checks")
    String attempts();

    @Message("Ask KakaoPay now")
    String inquireNow();

    @Message("Resolve")
    String resolve();

    @Message("What is true")
    String whatIsTrue();

    @Message("It is paid: KakaoPay shows the money.")
    String itIsPaid();

    @Message("It is not paid. Money that is found later is refunded.")
    String itIsNotPaid();

    @Message("KakaoPay has refunded it, by the cancel that I name below.")
    String kakaoPayRefunded();

    @Message("It was refunded another way, such as by bank transfer.")
    String refundedAnotherWay();

    @Message("It is not refunded and will not be.")
    String notRefunded();

    @Message("KakaoPay's id of the cancel (AID)")
    String aid();

    @Message("Only if KakaoPay has refunded it.")
    String aidHint();

    @Message("Evidence")
    String evidence();

    @Message("Where you saw it, such as the partner centre's transaction of the day, or a transfer's number. No personal data.")
    String evidenceHint();

    @Message("There are more; they appear once these are done.")
    String moreAfterThese();

    @Message("Canceled at")
    String canceledAt();

    @Message("Compared with")
    String comparedWith();

    @Message("Let it count")
    String release();

    @Message("Dismiss it")
    String dismiss();

    @Message("If it counts, it is decided at once and may refund money.")
    String releaseHint();

    @Message("{#when tab}{#is 'all'}All{#is 'on-their-way'}In progress{#is 'in-review'}In manual review{#is 'failed'}Failed{#else}{tab}{/when}")
    String refundTab(String tab);

    @Message("No refund here.")
    String noRefundHere();

    @Message("Overview")
    String overview();

    @Message("KakaoPay is not connected here yet.")
    String connectFirst();

    @Message("Paid today")
    String today();

    @Message("Paid in 30 days")
    String paidIn30Days();

    @Message("Refunded in 30 days")
    String refundedIn30Days();

    @Message("Net of 30 days")
    String netIn30Days();

    @Message("Paid (up) and refunded (down) by day")
    String paidAndRefundedByDay();

    @Message("Paid")
    String paid();

    @Message("The same as a table")
    String asTable();

    @Message("Day")
    String dayHead();

    @Message("By type, 30 days")
    String byType();

    @Message("{count} refunds need a person")
    String refundsInReviewCount(long count);

    @Message("{count} refunds are in progress")
    String refundsOnTheirWay(long count);

    @Message("Last transactions")
    String lastTransactions();

    @Message("Payment")
    String payment();

    @Message("Refunds")
    String refundPolicy();

    @Message("Paid")
    String paymentDone();

    @Message("Receipt")
    String receipt();

    @Message("Back to {place}")
    String backTo(String place);

    @Message("The payment is being checked")
    String checking();

    @Message("This usually takes some seconds. You can close this page: nothing is charged twice.")
    String checkingText();

    @Message("Go on at KakaoPay")
    String goOnAtKakaoPay();

    @Message("Until")
    String until();

    @Message("Continue at KakaoPay")
    String continueAtKakaoPay();

    @Message("Cancel this payment")
    String cancelPayment();

    @Message("Pay {amount} with KakaoPay")
    String payWithKakaoPay(String amount);

    @Message("You are led to KakaoPay. Pay there within 15 minutes.")
    String payHint();

    @Message("Paid at")
    String paidAt();

    @Message("{#when status}{#is 'PROCESSING'}in progress{#is 'SUCCEEDED'}refunded{#is 'FAILED'}failed{#else}{status}{/when}")
    String paymentRefundStatus(String status);

    @Message("Seller")
    String seller();

    @Message("Name")
    String sellerName();

    @Message("Business number")
    String businessNumber();

    @Message("Representative")
    String representative();

    @Message("Address")
    String address();

    @Message("Phone")
    String phone();

    @Message("Paid with KakaoPay.")
    String paidWithKakaoPay();
}
