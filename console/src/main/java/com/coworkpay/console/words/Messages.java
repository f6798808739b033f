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

    @Message(
            "{#when section.name}{#is 'OVERVIEW'}Overview{#is 'TRANSACTIONS'}Transactions{#is 'REFUNDS'}Refunds{#is 'CANCELLATIONS'}Cancellations{#is 'REVIEW'}Manual review{#is 'COMPARISONS'}Comparison{#is 'SCHEDULES'}Opening hours{#is 'KAKAOPAY'}KakaoPay{/when}")
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

    @Message("Name or ID of a location")
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

    @Message("Ask the administrator of your location to give you permissions. They need your ID.")
    String nowhereText();

    @Message("Your ID")
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

    @Message(
            "{#when status}{#is 'NOT_CONNECTED'}– Not connected{#is 'CONNECTED'}✓ Connected{#is 'CREDENTIAL_REFUSED'}✕ KakaoPay refuses the key{#is 'DISCONNECTED'}– Disconnected{#else}{status}{/when}")
    String connectionStatus(String status);

    @Message(
            "{#when what}{#is 'connected'}Connected. KakaoPay accepted the key.{#is 'saved'}Saved.{#is 'disconnected'}Disconnected.{#is 'refundRequested'}The refund is requested.{#is 'refundWaits'}The refund is requested. It waits for another person to approve it.{#is 'refundApproved'}Approved. You see here how it goes on.{#is 'refundApprovedInPart'}Approved. Another person has to approve it too.{#is 'refundDeclined'}Declined. Nothing is refunded.{#is 'refundWithdrawn'}Taken back. Nothing is refunded.{#is 'inquired'}KakaoPay was asked.{#is 'resolved'}Resolved.{#is 'resolutionProposed'}Not recorded yet: it is above the location's limit and waits for another person to approve it.{#is 'resolutionApproved'}Approved. The resolution is recorded.{#is 'resolutionDeclined'}Declined. Nothing is recorded.{#is 'resolutionWithdrawn'}Taken back. Nothing is recorded.{#is 'released'}It counts now.{#is 'dismissed'}Dismissed.{#is 'canceled'}Canceled. The payer can no longer pay it.{#else}Done.{/when}")
    String done(String what);

    @Message("Nothing was changed")
    String notDone();

    @Message("It is not known whether it was done")
    String notKnownWhetherTaken();

    @Message("No answer came. Open this page again to see whether it was done; if it was not, try again.")
    String noAnswer();

    @Message("Number for support")
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

    @Message(
            "{#when result}{#is 'ACCEPTED'}✓ accepted{#is 'WRONG_KEY'}✕ wrong key{#is 'WRONG_CID'}✕ wrong CID{#is 'DOMAIN_NOT_REGISTERED'}✕ site domain not registered{#is 'NOT_ENABLED'}✕ online payment not switched on{#is 'IP_NOT_ALLOWED'}✕ server address not allowed{#is 'QUOTA_EXCEEDED'}– today's calls used up{#is 'NOT_REACHABLE'}– KakaoPay did not answer{#is 'UNEXPECTED'}– unexpected answer{#else}{result}{/when}")
    String checkResult(String result);

    @Message("Other locations with this CID: {count}")
    String sameCidElsewhere(String count);

    @Message("Check now")
    String checkNow();

    @Message("KakaoPay is asked; this takes up to 15 seconds.")
    String checkTakes();

    @Message("Connect KakaoPay")
    String connect();

    @Message(
            "The key is in KakaoPay Developers, at your application; the CID came with KakaoPay's contract. The key is checked with KakaoPay at once; no money moves.")
    String connectText();

    @Message("Replace the key, or use another CID")
    String replaceKey();

    @Message(
            "With the same CID the former key still serves for ten minutes. With another CID the present account is kept for the refunds of its payments.")
    String replaceKeyText();

    @Message("Kind of key")
    String keyKind();

    @Message("From KakaoPay Developers; begins with PRD (live) or DEV (development).")
    String secretKeyText();

    @Message("The old kind, from Kakao Developers.")
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

    @Message(
            "Register them in KakaoPay Developers at your application, under Platform, Web, exactly as they stand here. KakaoPay refuses payments otherwise.")
    String siteDomainsText();

    @Message("Use KakaoPay for")
    String useFor();

    @Message(
            "{#when type}{#is 'BOOKING'}Bookings{#is 'EVENT_TICKET'}Event tickets{#is 'SHOP_ORDER'}Shop orders{#is 'CREDIT_PACKAGE'}Credit packages{#is 'INVOICE'}Invoices{#else}{type}{/when}")
    String payableType(String type);

    @Message(
            "{#when type}{#is 'BOOKING'}Booking{#is 'EVENT_TICKET'}Event ticket{#is 'SHOP_ORDER'}Shop order{#is 'CREDIT_PACKAGE'}Credit package{#is 'INVOICE'}Invoice{#else}{type}{/when}")
    String payableTypeOne(String type);

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

    @Message(
            "{#when status}{#is 'ACTIVE'}active{#is 'RETIRED'}retired{#is 'DISCONNECTED'}disconnected{#else}{status}{/when}")
    String accountStatus(String status);

    @Message("Disconnect")
    String disconnect();

    @Message("From then on nobody can pay with KakaoPay at this location.")
    String disconnectNoNew();

    @Message("Payments that are being made now may still be completed.")
    String disconnectOpen();

    @Message("What was paid can still be refunded: the key is kept, encrypted, for that alone.")
    String disconnectRefunds();

    @Message("You can connect again at any time.")
    String disconnectAgain();

    @Message("To confirm, type the CID {cid}")
    String typeCid(String cid);

    @Message("Back")
    String back();

    @Message("It needs one of these permissions: {permissions}. Ask the administrator of this location.")
    String notPermittedText(String permissions);

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

    @Message(
            "{#when status}{#is 'SUCCEEDED'}✓ Paid{#is 'PARTIALLY_REFUNDED'}◐ Partly refunded{#is 'REFUNDED'}↩ Refunded{#is 'PENDING'}◌ Pending{#is 'PROCESSING'}◌ Being checked{#is 'CANCELED'}– Canceled{#is 'FAILED'}✕ Failed{#else}{status}{/when}")
    String status(String status);

    @Message("Type")
    String type();

    @Message("Amount from")
    String amountFrom();

    @Message("Amount to")
    String amountTo();

    @Message("ID (whole)")
    String searchTransaction();

    @Message("Apply")
    String applyFilters();

    @Message("Paid ({count})")
    String totalsPaid(String count);

    @Message("Refunded")
    String refunded();

    @Message("Refunds in progress")
    String refundPending();

    @Message("Net")
    String net();

    @Message("Test rows left out: {count}")
    String testRowsLeftOut(String count);

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

    @Message("Rows: {rows}, about {kilobytes} kB")
    String exportSize(String rows, String kilobytes);

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

    @Message("IDs")
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

    @Message(
            "{#when status}{#is 'REQUESTED'}◌ requested{#is 'AWAITING_APPROVAL'}◌ awaiting approval{#is 'IN_FLIGHT'}◌ in progress{#is 'UNKNOWN'}◌ being checked{#is 'SUCCEEDED'}✓ refunded{#is 'FAILED'}✕ failed{#else}{status}{/when}")
    String refundStatus(String status);

    @Message("Refunds")
    String refunds();

    @Message("Amount")
    String amount();

    @Message("Cause")
    String origin();

    @Message("Requested by")
    String requestedBy();

    @Message("What happened")
    String whatHappened();

    @Message(
            "{#when origin}{#is 'CANCELLATION'}Cancellation{#is 'BATCH'}Batch{#is 'OVERPAYMENT'}Overpayment{#is 'ADMINISTRATOR'}Administrator{#is 'OUTSIDE'}Outside (KakaoPay's dashboard){#else}{origin}{/when}")
    String refundOrigin(String origin);

    @Message("Decisions about cancellations")
    String decisions();

    @Message("What the decision was made from")
    String decisionEvidence();

    @Message("Earlier decisions not shown: {count}")
    String decisionsOmitted(String count);

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

    @Message("Type whole won in digits: at least 1, at most what is left.")
    String badAmount();

    @Message("Reason")
    String reason();

    @Message(
            "{#when reason}{#is 'REQUESTED_BY_CUSTOMER'}The customer asked for it{#is 'DUPLICATE'}Paid twice{#is 'ORDER_CHANGE'}The order changed{#is 'UNSATISFACTORY'}Not satisfied{#is 'FRAUDULENT'}Fraud{#is 'OTHER'}Other{#else}{reason}{/when}")
    String refundReason(String reason);

    @Message("Note")
    String note();

    @Message("For colleagues; no personal data. At most 500 characters.")
    String noPersonalData();

    @Message("Next")
    String next();

    @Message("Press the button again: the refund is made only once.")
    String pressAgain();

    @Message("Stays with the location")
    String staysAfter();

    @Message("KakaoPay refunds it by the method that it was paid with. This cannot be undone.")
    String refundWhere();

    @Message("Refund {amount}")
    String refundAmount(String amount);

    @Message("Do not refund")
    String cancel();

    @Message("Manual review")
    String manualReview();

    @Message(
            "CoworkPay goes on asking KakaoPay about these by itself. You can ask now, or say what is true, with evidence.")
    String manualReviewText();

    @Message("Nothing waits for a person.")
    String nothingWaits();

    @Message("As of")
    String checkedAt();

    @Message("Payments")
    String paymentsInReview();

    @Message("Refunds")
    String refundsInReview();

    @Message("Set-aside cancellations")
    String setAside();

    @Message("Checks")
    String attempts();

    @Message("Ask KakaoPay now")
    String inquireNow();

    @Message("Resolve")
    String resolve();

    @Message("What is true")
    String whatIsTrue();

    @Message("It is paid: KakaoPay shows it as paid.")
    String itIsPaid();

    @Message("It is not paid. Money that is found later is refunded.")
    String itIsNotPaid();

    @Message("KakaoPay has refunded it, by the cancel that I name below.")
    String kakaoPayRefunded();

    @Message("It was refunded another way, such as by bank transfer.")
    String refundedAnotherWay();

    @Message("It was not refunded. This refund ends; if it is still needed, request a new one.")
    String notRefunded();

    @Message("KakaoPay's id of the cancel (AID)")
    String aid();

    @Message("Only if KakaoPay has refunded it.")
    String aidHint();

    @Message("Evidence")
    String evidence();

    @Message(
            "Where you saw it, such as the day's list in KakaoPay's dashboard, or a transfer's number. No personal data.")
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

    @Message(
            "{#when tab}{#is 'all'}All{#is 'on-their-way'}In progress{#is 'awaiting-approval'}Waiting for approval{#is 'in-review'}In manual review{#is 'failed'}Failed{#else}{tab}{/when}")
    String refundTab(String tab);

    @Message("No refund here.")
    String noRefundHere();

    @Message("Overview")
    String overview();

    @Message("Paid today")
    String today();

    @Message("Paid in 30 days")
    String paidIn30Days();

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

    @Message("Refunds that need a person: {count}")
    String refundsInReviewCount(String count);

    @Message("Refunds in progress: {count}")
    String refundsOnTheirWay(String count);

    @Message("Last transactions")
    String lastTransactions();

    @Message("Payment")
    String payment();

    @Message("Refund policy")
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

    @Message("Continue at KakaoPay")
    String goOnAtKakaoPay();

    @Message("Pay until")
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

    @Message(
            "{#when status}{#is 'PROCESSING'}in progress{#is 'SUCCEEDED'}refunded{#is 'FAILED'}failed{#else}{status}{/when}")
    String paymentRefundStatus(String status);

    @Message("Seller")
    String seller();

    @Message("Business name")
    String sellerName();

    @Message("Business number")
    String businessNumber();

    @Message("Representative")
    String representative();

    @Message("Address")
    String address();

    @Message("Phone")
    String phone();

    @Message(
            "{#when kind}{#is 'notFound'}Page not found{#is 'notPermitted'}You may not see this page{#is 'signInAgain'}Your sign-in has ended{#is 'refused'}This could not be done{#is 'tooManyLocations'}Your sign-in names too many locations{#is 'unavailable'}Not available at the moment{#else}Something went wrong{/when}")
    String errorTitle(String kind);

    @Message(
            "{#when kind}{#is 'notFound'}The address is wrong, or you have no permission at this location. Check the address, or ask the administrator of the location.{#is 'notPermitted'}Ask the administrator of this location for the permission.{#is 'signInAgain'}Sign in again, then open the page once more.{#is 'refused'}The service refused the request.{#is 'tooManyLocations'}The services do not take so long a sign-in. Ask the operator to give you the permission for all locations at once.{#is 'unavailable'}A service does not answer. Try again in a moment. If you pressed Save or Refund, look first whether it was done.{#else}This is our mistake, and it was recorded. Try again; if it stays, tell us the number below.{/when}")
    String errorText(String kind);

    @Message("Correct what is marked below.")
    String correctTheFields();

    @Message("Fill in")
    String fillIn();

    @Message("History")
    String history();

    @Message("Whole history")
    String wholeHistory();

    @Message("Nothing yet.")
    String nothingYet();

    @Message("What")
    String whatWasDone();

    @Message("Who")
    String who();

    @Message("From")
    String fromWhere();

    @Message(
            "{#when action}{#is 'CONNECTED'}Connected{#is 'ROTATED'}Key replaced{#is 'CONFIRMED'}Same key given again{#is 'CONNECT_REFUSED'}Connect refused{#is 'CHECKED'}Checked{#is 'SETTINGS_CHANGED'}Settings changed{#is 'DISCONNECTED'}Disconnected{#is 'CREDENTIAL_ERASED'}Former key erased{#else}{action}{/when}")
    String historyAction(String action);

    @Message(
            "{#when what}{#is 'cid'}CID{#is 'credentialKind'}Kind of key{#is 'automaticRefunds'}Automatic refunds{#is 'BOOKING'}Bookings{#is 'EVENT_TICKET'}Event tickets{#is 'SHOP_ORDER'}Shop orders{#is 'CREDIT_PACKAGE'}Credit packages{#is 'INVOICE'}Invoices{#else}{what}{/when}")
    String changed(String what);

    @Message(
            "{#when value}{#is 'true'}on{#is 'false'}off{#is 'SECRET_KEY'}secret key{#is 'ADMIN_KEY'}admin key{#else}{value}{/when}")
    String changeValue(String value);

    @Message("This is not the CID of the connected account.")
    String wrongCid();

    @Message("Any ID, whole")
    String searchAnyId();

    @Message("Waiting for a person: {count}")
    String toReviewCount(String count);

    @Message("Payments that need a person: {count}")
    String paymentsInReviewCount(int count);

    @Message("First steps")
    String firstSteps();

    @Message(
            "{#when name}{#is 'connect'}Connect KakaoPay{#is 'pay'}The first payment{#is 'refund'}The first refund{#else}{name}{/when}")
    String step(String name);

    @Message("Paid in 7 days")
    String in7Days();

    @Message("More filters")
    String moreFilters();

    @Message("Refund status")
    String refundState();

    @Message("Payable ID")
    String payableId();

    @Message("Live or test")
    String liveOrTest();

    @Message("Remove this filter")
    String remove();

    @Message(
            "{#when name}{#is 'from'}From{#is 'to'}To{#is 'status'}Status{#is 'refundStatus'}Status of a refund{#is 'type'}Type{#is 'minKrw'}At least{#is 'maxKrw'}At most{#is 'payerId'}Payer{#is 'payableId'}Payable ID{#is 'search'}ID{#is 'live'}Live or test{#is 'requestedBy'}Requested by{#is 'cancellationId'}Cancellation ID{#is 'cancelledBy'}Canceled by{#is 'note'}Note{#is 'amountKrw'}Amount{#else}{name}{/when}")
    String filterName(String name);

    @Message("Approved at KakaoPay (KST)")
    String kakaoPayTime();

    @Message("Newest")
    String newest();

    @Message("{count} newer: show")
    String newer(String count);

    @Message("Columns")
    String columns();

    @Message(
            "{#when column}{#is 'type'}Type{#is 'payable'}Payable ID{#is 'description'}Description{#is 'payer'}Payer{#is 'method'}Payment method{#is 'tid'}TID{#is 'approved'}Approved at KakaoPay (KST){#is 'refunded'}Refunded{#is 'pending'}Refund in progress{#is 'net'}Net{#else}{column}{/when}")
    String columnName(String column);

    @Message("What was paid for")
    String whatWasBought();

    @Message("Start")
    String start();

    @Message("Resource")
    String resourceName();

    @Message("Refund if canceled now")
    String ifCanceledNow();

    @Message("Refundable until")
    String inTimeUntil();

    @Message("Cancel this payment")
    String cancelUnpaid();

    @Message("Nobody has paid it. Once it is canceled, the payer can no longer pay it; no money moves.")
    String cancelUnpaidText();

    @Message(
            "{#when name}{#is 'policy'}Refund policy{#is 'startAt'}Start{#is 'deadlineAt'}Deadline{#is 'automaticRefunds'}Automatic refunds{#is 'balanceKrw'}Can still be refunded{#is 'canceledAt'}Canceled at{#is 'cancelledAt'}Canceled at{#is 'approval'}Approval{#else}{name}{/when}")
    String fact(String name);

    @Message("Why; colleagues read it.")
    String whyNote();

    @Message("It takes longer than usual. We keep asking KakaoPay; nothing is charged twice.")
    String openedLate();

    @Message("KakaoPay: card or KakaoPay Money")
    String payBy();

    @Message(
            "{#when type}{#is 'payable-already-paid'}This is paid already. Nothing is charged again.{#is 'payment-unsettled'}Another attempt is being checked with KakaoPay. Wait a moment, then look again.{#is 'checkout-expired'}The time for this payment is over. Begin again where you came from.{#is 'payable-canceled'}This was canceled; there is nothing to pay.{#is 'payable-switched-off'}This location does not take KakaoPay for this now. Go back and choose another way.{#is 'checkout-attempts-used'}There were too many attempts. Begin again where you came from.{#is 'no-answer'}There was no answer. Press once more: nothing is charged twice.{#else}It cannot be paid by KakaoPay at the moment. Try again in a moment, or go back and choose another way.{/when}")
    String checkoutProblem(String type);

    @Message(
            "{#if wait.toHours > 2}Try again in {wait.toHours} h.{#else if wait.toSeconds > 119}Try again in {wait.toMinutes} min.{#else}Try again in {wait.toSeconds} s.{/if}")
    String again(java.time.Duration wait);

    @Message("What the status of a payment means")
    String helpPayments();

    @Message(
            "{#when status}{#is 'SUCCEEDED'}KakaoPay has approved it; the money is taken.{#is 'PARTIALLY_REFUNDED'}A part was refunded; the rest can still be refunded.{#is 'REFUNDED'}All of it was refunded.{#is 'PENDING'}The payer has not finished at KakaoPay. It ends by itself.{#is 'PROCESSING'}KakaoPay is being asked whether it is paid. Nothing is charged twice.{#is 'CANCELED'}Over and not paid: the payer, the portal or a person canceled it, or its time was over. Money that is found later is refunded in full.{#is 'FAILED'}Not paid: KakaoPay or the card company declined it.{#else}–{/when}")
    String statusMeaning(String status);

    @Message("What the status of a refund means")
    String helpRefunds();

    @Message(
            "{#when status}{#is 'REQUESTED'}Stored; it will be sent to KakaoPay.{#is 'AWAITING_APPROVAL'}It is above the location's limit: another person has to approve it. Its amount is reserved. If nobody approves it in time, it fails and nothing is refunded.{#is 'IN_FLIGHT'}It was sent to KakaoPay; the answer has not come.{#is 'UNKNOWN'}The answer got lost. KakaoPay is being asked; nothing is refunded twice.{#is 'SUCCEEDED'}KakaoPay has refunded it.{#is 'FAILED'}It was not refunded; the reason and what to do stand beside it.{#else}–{/when}")
    String refundStatusMeaning(String status);

    @Message("When something is stuck")
    String helpStuck();

    @Message(
            "CoworkPay keeps asking KakaoPay by itself. What it cannot settle stands under Manual review: ask KakaoPay again there, or enter what you found in KakaoPay's dashboard, with evidence. For help, tell us the Order ID.")
    String helpStuckText();

    @Message("Keyboard")
    String helpKeyboard();

    @Message(
            "Everything can be reached with Tab and used with Enter or Space; Esc closes a dialog. There are no single-key shortcuts.")
    String helpKeyboardText();

    @Message("Accessibility")
    String helpAccess();

    @Message(
            "These pages are made for WCAG 2.2 AA: they work without scripts, at 400 % zoom and at 320 pixels, and in light and dark. They were checked by a program and by keyboard, not yet by people with screen readers. Tell the administrator of your installation what does not work for you.")
    String helpAccessText();

    @Message("Version and licences")
    String helpAbout();

    @Message("These pages use:")
    String helpLicences();

    @Message("Receipt of a payment with KakaoPay. It is neither a tax invoice nor a cash receipt.")
    String notATaxInvoice();

    @Message("Guides")
    String guides();

    @Message("For administrators: connect, refund, what each status means")
    String guideForAdministrators();

    @Message("For analysts: transactions, totals, files")
    String guideForAnalysts();

    @Message("Opening hours")
    String openingHours();

    @Message(
            "{#when type}{#is 'DESK'}Desk{#is 'ROOM'}Room{#is 'PARKING'}Parking{#is 'EQUIPMENT'}Equipment{#else}{type}{/when}")
    String resourceType(String type);

    @Message("Steps of the refund policy")
    String refundSteps();

    @Message("until {until}: {won} ({percent} %)")
    String refundStep(String until, String won, int percent);

    @Message("after that: nothing")
    String afterwardsNothing();
}
