//! The whole route table: method, address, action, handler. A route can't be added without its action.

use super::corridors::{self, effects, levers, model, profile, routes, scenarios};
use super::exchange::{
    self, account, behalf, broker, concepts, country, follow_up, indicators, introductions, mine, needs, offers,
    partners, queue,
};
use super::secretariat::{
    self, codes, delegation, delegations, entry, members, moderation, printout, responses, settings, sheets, statements,
};
use super::{api, asset, dialogue, guard, help, home, sign_in};
use super::{attachment, drafts, join, me, partner, propose, question, report, respond, translation};
use super::{decisions, landing, measures, notices};
use super::{estimates, practices};
use super::{events, hall, landscape, landscape_since};
use super::{record, summary};
use crate::access::Action;
use crate::app::App;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::handler::Handler;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter, on};
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// The largest body of a request: a paper or a file of evidence.
const BODY: usize = 12 * 1024 * 1024;

/// Routes with their actions.
pub struct Table {
    app: Arc<App>,
    router: Router<Arc<App>>,
    /// `(method, address, action)` of every route, for the test of the whole matrix.
    pub rows: Vec<(Method, &'static str, Action)>,
}

impl Table {
    fn new(app: Arc<App>) -> Table {
        Table { app, router: Router::new(), rows: Vec::new() }
    }

    fn add<H, T>(mut self, method: Method, path: &'static str, action: Action, handler: H) -> Table
    where
        H: Handler<T, Arc<App>>,
        T: 'static,
    {
        if let Ok(filter) = MethodFilter::try_from(method.clone()) {
            self.router = self.router.route(path, guarded(&self.app, action, on(filter, handler)));
        }
        self.rows.push((method, path, action));
        self
    }

    pub(super) fn get<H: Handler<T, Arc<App>>, T: 'static>(
        self,
        path: &'static str,
        action: Action,
        handler: H,
    ) -> Table {
        self.add(Method::GET, path, action, handler)
    }

    pub(super) fn post<H: Handler<T, Arc<App>>, T: 'static>(
        self,
        path: &'static str,
        action: Action,
        handler: H,
    ) -> Table {
        self.add(Method::POST, path, action, handler)
    }

    pub(super) fn put<H: Handler<T, Arc<App>>, T: 'static>(
        self,
        path: &'static str,
        action: Action,
        handler: H,
    ) -> Table {
        self.add(Method::PUT, path, action, handler)
    }

    pub(super) fn delete<H: Handler<T, Arc<App>>, T: 'static>(
        self,
        path: &'static str,
        action: Action,
        handler: H,
    ) -> Table {
        self.add(Method::DELETE, path, action, handler)
    }
}

/// A route behind its guard. Not generic on purpose: inside [`Table::add`] the guard would be compiled anew for each of
/// some two hundred handlers.
fn guarded(app: &Arc<App>, action: Action, route: MethodRouter<Arc<App>>) -> MethodRouter<Arc<App>> {
    let app = Arc::clone(app);
    route.layer(from_fn(move |request: Request, next: Next| guard::pass(Arc::clone(&app), action, request, next)))
}

/// A question's page and what is done on it, and one's own data.
fn question_rows(table: Table) -> Table {
    use Action::{Attach, EditOwn, Join, ManageSelf, Propose, ReadDialogue, Report, Respond, Translate};
    table
        .get("/d/{slug}/q/{reference}", ReadDialogue, question::show)
        .post("/d/{slug}/q/{reference}/respond", Respond, respond::respond)
        .post("/d/{slug}/q/{reference}/withdraw", Respond, respond::withdraw)
        .get("/d/{slug}/q/{reference}/responses", ReadDialogue, respond::mine)
        .post("/d/{slug}/q/{reference}/propose", Propose, propose::propose)
        .post("/d/{slug}/ask", Propose, propose::ask)
        .get("/d/{slug}/q/{reference}/evidence", ReadDialogue, attachment::show)
        .post("/d/{slug}/q/{reference}/evidence", Attach, attachment::attach)
        .get("/d/{slug}/q/{reference}/evidence/{id}", ReadDialogue, attachment::file)
        .post("/d/{slug}/q/{reference}/evidence/{id}/take-off", Attach, attachment::take_off)
        .post("/d/{slug}/q/{reference}/translate", Translate, translation::enter)
        .post("/d/{slug}/q/{reference}/report", Report, report::tell)
        .get("/d/{slug}/join", Join, join::show)
        .post("/d/{slug}/join", Join, join::enter)
        .get("/d/{slug}/drafts", EditOwn, drafts::show)
        .post("/d/{slug}/drafts/{id}", EditOwn, drafts::act)
        .get("/me", ManageSelf, me::show)
        .get("/me/data.json", ManageSelf, me::data)
        .post("/me/erase", ManageSelf, me::erase_all)
}

/// Practices and estimates.
fn practice_rows(table: Table) -> Table {
    use Action::{AnswerEstimate, ManagePractices, ReadDialogue, ReviewPractice, SetEstimate, SubmitPractice};
    table
        .get("/d/{slug}/practices", ReadDialogue, practices::list)
        .get("/d/{slug}/practices/download/{format}", ReadDialogue, practices::download)
        .get("/d/{slug}/practices/new", SubmitPractice, practices::edit::begin)
        .post("/d/{slug}/practices/new", SubmitPractice, practices::edit::create)
        .get("/d/{slug}/practices/{practice}", ReadDialogue, practices::show::show)
        .get("/d/{slug}/practices/{practice}/versions", ReadDialogue, practices::show::versions)
        .get("/d/{slug}/practices/{practice}/edit", SubmitPractice, practices::edit::show)
        .post("/d/{slug}/practices/{practice}/edit", SubmitPractice, practices::edit::save)
        .post("/d/{slug}/practices/{practice}/withdraw", SubmitPractice, practices::edit::withdraw)
        .get("/d/{slug}/practices/{practice}/review", ManagePractices, practices::desk::show)
        .post("/d/{slug}/practices/{practice}/review", ManagePractices, practices::desk::act)
        .get("/d/{slug}/review/{token}", ReviewPractice, practices::review::show)
        .post("/d/{slug}/review/{token}", ReviewPractice, practices::review::advise)
        .get("/d/{slug}/q/{reference}/estimates", ReadDialogue, estimates::show)
        .post("/d/{slug}/q/{reference}/estimates", SetEstimate, estimates::put)
        .post("/d/{slug}/q/{reference}/estimates/{estimate}", AnswerEstimate, estimates::answer)
        .post("/d/{slug}/q/{reference}/estimates/{estimate}/withdraw", AnswerEstimate, estimates::withdraw)
        .post("/d/{slug}/q/{reference}/estimates/{estimate}/state", SetEstimate, estimates::set_state)
}

/// Measures, landing zones, and decisions on packages.
fn landing_rows(table: Table) -> Table {
    use Action::{
        AnswerMail, AssessMeasures, ManageMeasures, ProposeMeasure, ReadDialogue, ReadOwnFigures, ReceiveNotices,
        SpeakInDecision, WorkOutMeasure,
    };
    table
        .get("/d/{slug}/measures", ReadDialogue, measures::list)
        .get("/d/{slug}/measures/new", ProposeMeasure, measures::propose::show)
        .post("/d/{slug}/measures/new", ProposeMeasure, measures::propose::propose)
        .get("/d/{slug}/measures/own", ReadOwnFigures, measures::own::show)
        .post("/d/{slug}/measures/own", AssessMeasures, measures::own::publish)
        .post("/d/{slug}/measures/own/lines", AssessMeasures, measures::own::line)
        .get("/d/{slug}/measures/own/effects", ReadOwnFigures, measures::grid::show)
        .post("/d/{slug}/measures/own/effects", AssessMeasures, measures::grid::put)
        .get("/d/{slug}/measures/rules", ManageMeasures, measures::rules::show)
        .post("/d/{slug}/measures/rules", ManageMeasures, measures::rules::set)
        .post("/d/{slug}/measures/relations", ManageMeasures, measures::rules::relate)
        .get("/d/{slug}/measures/{measure}", ReadDialogue, measures::show::show)
        .post("/d/{slug}/measures/{measure}/work-out", WorkOutMeasure, measures::show::work_out)
        .get("/d/{slug}/measures/{measure}/assess", ReadOwnFigures, measures::assess::show)
        .post("/d/{slug}/measures/{measure}/assess", AssessMeasures, measures::assess::put)
        .post("/d/{slug}/measures/{measure}/effects", ManageMeasures, measures::assess::enter)
        .get("/d/{slug}/landing", ReadDialogue, landing::show)
        .get("/d/{slug}/landing.html", ReadDialogue, landing::file::html)
        .get("/d/{slug}/landing.json", ReadDialogue, api::landing::show)
        .get("/d/{slug}/landing/compare", ReadDialogue, landing::compare::show)
        .get("/d/{slug}/landing/ledger", ReadOwnFigures, landing::ledger::show)
        .get("/d/{slug}/landing/events", ReadDialogue, events::landing)
        .post("/d/{slug}/landing/keep", ManageMeasures, landing::keep)
        .post("/d/{slug}/landing/run", ManageMeasures, landing::run)
        .get("/d/{slug}/decisions", ReadDialogue, decisions::list)
        .post("/d/{slug}/decisions", ManageMeasures, decisions::open)
        .get("/d/{slug}/decisions/{decision}", ReadDialogue, decisions::show)
        .post("/d/{slug}/decisions/{decision}/say", SpeakInDecision, decisions::say)
        .post("/d/{slug}/decisions/{decision}/step", ManageMeasures, decisions::step)
        .get("/d/{slug}/notices", ReceiveNotices, notices::show)
        .post("/d/{slug}/notices", ReceiveNotices, notices::change)
        .get("/notices/confirm/{token}", AnswerMail, notices::confirm)
        .post("/notices/confirm/{token}", AnswerMail, notices::confirmed)
        .get("/notices/stop/{token}", AnswerMail, notices::stop)
        .post("/notices/stop/{token}", AnswerMail, notices::stopped)
}

/// The Chair's summary, and the record.
fn summary_rows(table: Table) -> Table {
    use Action::{ReadPublished, TakePublicRecord, WriteSummary};
    table
        .get("/d/{slug}/summary", ReadPublished, summary::show)
        .get("/d/{slug}/summary/download/{format}", ReadPublished, summary::download)
        .get("/d/{slug}/summary/edit", WriteSummary, summary::edit)
        .post("/d/{slug}/summary/edit", WriteSummary, summary::save)
        .post("/d/{slug}/summary/draft", WriteSummary, summary::draft)
        .get("/d/{slug}/summary/coverage", WriteSummary, summary::coverage)
        .get("/d/{slug}/summary/versions", WriteSummary, summary::versions)
        .post("/d/{slug}/summary/publish", WriteSummary, summary::publish)
        .get("/d/{slug}/record.zip", TakePublicRecord, record::zip)
}

/// Needs, offers, and the introductions between them.
fn exchange_rows(table: Table) -> Table {
    use Action::{
        Broker, ConfirmOffer, JoinExchange, OfferOnBehalf, OwnExchange, PostNeed, PostOffer, ReadExchange,
        ReadIndicators, SpeakForCountry,
    };
    table
        .get("/d/{slug}/exchange", ReadExchange, exchange::front)
        .get("/d/{slug}/exchange/vocabulary", ReadExchange, exchange::words)
        .get("/d/{slug}/exchange/join", JoinExchange, account::show)
        .post("/d/{slug}/exchange/join", JoinExchange, account::make)
        .get("/d/{slug}/exchange/needs/new", PostNeed, needs::new)
        .post("/d/{slug}/exchange/needs", PostNeed, needs::post)
        .get("/d/{slug}/exchange/needs/{id}", ReadExchange, needs::show)
        .get("/d/{slug}/exchange/needs/{id}/edit", PostNeed, needs::edit)
        .post("/d/{slug}/exchange/needs/{id}/edit", PostNeed, needs::change)
        .post("/d/{slug}/exchange/needs/{id}/withdraw", PostNeed, needs::withdraw)
        .post("/d/{slug}/exchange/needs/{id}/endorse", SpeakForCountry, needs::endorse)
        .get("/d/{slug}/exchange/needs/{id}/matches", Broker, broker::matches)
        .post("/d/{slug}/exchange/needs/{id}/matches", Broker, broker::propose)
        .get("/d/{slug}/exchange/needs/{id}/partners", Broker, partners::show)
        .post("/d/{slug}/exchange/needs/{id}/partners", Broker, partners::publish)
        .get("/d/{slug}/exchange/offers/new", PostOffer, offers::new)
        .post("/d/{slug}/exchange/offers", PostOffer, offers::post)
        .get("/d/{slug}/exchange/offers/on-behalf", OfferOnBehalf, behalf::new)
        .post("/d/{slug}/exchange/offers/on-behalf", OfferOnBehalf, behalf::post)
        .get("/d/{slug}/exchange/confirm/{token}", ConfirmOffer, behalf::show)
        .post("/d/{slug}/exchange/confirm/{token}", ConfirmOffer, behalf::answer)
        .get("/d/{slug}/exchange/offers/{id}/edit", PostOffer, offers::edit)
        .post("/d/{slug}/exchange/offers/{id}/edit", PostOffer, offers::change)
        .post("/d/{slug}/exchange/offers/{id}/state", PostOffer, offers::state)
        .get("/d/{slug}/exchange/mine", OwnExchange, mine::show)
        .get("/d/{slug}/exchange/introductions/{id}", OwnExchange, introductions::show)
        .post("/d/{slug}/exchange/introductions/{id}", OwnExchange, introductions::take)
        .post("/d/{slug}/exchange/introductions/{id}/follow-up", OwnExchange, follow_up::say)
        .get("/d/{slug}/exchange/queue", Broker, queue::show)
        .post("/d/{slug}/exchange/queue/show", Broker, queue::show_chosen)
        .post("/d/{slug}/exchange/queue", Broker, broker::assign)
        .get("/d/{slug}/exchange/concepts", Broker, concepts::show)
        .post("/d/{slug}/exchange/concepts", Broker, concepts::change)
        .get("/d/{slug}/exchange/country", SpeakForCountry, country::show)
        .get("/d/{slug}/exchange/indicators", ReadIndicators, indicators::show)
}

/// What partner servers say and ask.
fn partner_rows(table: Table) -> Table {
    use Action::AnswerPartner;
    table
        .post("/partner/v1/needs", AnswerPartner, partner::need)
        .post("/partner/v1/offers", AnswerPartner, partner::offer)
        .post("/partner/v1/introductions/{id}/host-yes", AnswerPartner, partner::host_yes)
        .get("/partner/v1/introductions/{id}/contact", AnswerPartner, partner::contact)
        .post("/partner/v1/introductions/{id}/ended", AnswerPartner, partner::ended)
}

/// What is known of corridors, and the model's answers.
fn corridor_rows(table: Table) -> Table {
    use Action::{KeepScenario, ManageMeasures, ReadCorridors, ReadDialogue};
    table
        .get("/corridors", ReadCorridors, corridors::world)
        .get("/corridors/levers", ReadCorridors, levers::show)
        .get("/corridors/levers/download/{format}", ReadCorridors, levers::download)
        .get("/corridors/routes", ReadCorridors, routes::show)
        .get("/corridors/assumptions", ReadCorridors, model::assumptions)
        .get("/corridors/assumptions.csv", ReadCorridors, model::assumptions_csv)
        .get("/corridors/model", ReadCorridors, model::card)
        .get("/corridors/{place}", ReadCorridors, profile::show)
        .get("/d/{slug}/scenarios", ReadDialogue, scenarios::list)
        .post("/d/{slug}/scenarios", KeepScenario, scenarios::keep)
        .get("/d/{slug}/scenarios/compare", ReadDialogue, scenarios::compare)
        .get("/d/{slug}/scenarios/{scenario}", ReadDialogue, scenarios::show)
        .post("/d/{slug}/scenarios/{scenario}/attach", KeepScenario, scenarios::attach)
        .get("/d/{slug}/scenarios/{scenario}/effects", ReadDialogue, effects::show)
        .post("/d/{slug}/scenarios/{scenario}/effects", ManageMeasures, effects::take)
        .get("/d/{slug}/scenarios/{scenario}/effects.json", ReadDialogue, effects::json)
        .get("/d/{slug}/scenarios/{scenario}/download/{format}", ReadDialogue, scenarios::download)
}

/// Every route there is.
pub fn table(app: Arc<App>) -> Table {
    use Action::{EnterHouse, OpenDialogue, ReadDialogue};
    let table = corridor_rows(api::routes(summary_rows(question_rows(Table::new(app)))));
    landing_rows(partner_rows(exchange_rows(secretariat_rows(practice_rows(table)))))
        .get("/", EnterHouse, home::show)
        .get("/help", EnterHouse, help::show)
        .get("/help/problems", EnterHouse, help::problems)
        .get("/assets/{version}/{name}", EnterHouse, asset::file)
        .get("/sign-in", EnterHouse, sign_in::show)
        .post("/sign-in", EnterHouse, sign_in::enter)
        .post("/sign-out", EnterHouse, sign_in::leave)
        .get("/invitation/{token}", EnterHouse, sign_in::invitation)
        .post("/invitation/{token}", EnterHouse, sign_in::accept)
        .get("/demo/as/{role}", EnterHouse, sign_in::shortcut)
        .get("/open", OpenDialogue, dialogue::open_form)
        .post("/open", OpenDialogue, dialogue::read_paper)
        .post("/open/confirm", OpenDialogue, dialogue::confirm)
        .get("/d/{slug}", ReadDialogue, dialogue::show)
        .get("/d/{slug}/p/{number}", ReadDialogue, dialogue::paragraph)
        // Landscape and hall
        .get("/d/{slug}/q/{reference}/landscape", ReadDialogue, landscape::show)
        .get("/d/{slug}/q/{reference}/landscape.json", ReadDialogue, landscape::json)
        .get("/d/{slug}/q/{reference}/landscape.html", ReadDialogue, landscape::file)
        .get("/d/{slug}/q/{reference}/landscape/since", ReadDialogue, landscape_since::show)
        .get("/d/{slug}/q/{reference}/hall", ReadDialogue, hall::show)
        .get("/d/{slug}/q/{reference}/events", ReadDialogue, events::question)
}

/// The secretariat's pages, and what delegations do with the same tools.
fn secretariat_rows(table: Table) -> Table {
    use Action::{BringStatement, EnterOnBehalf, InviteMember, ManageDialogue, Moderate, ReadDialogue};
    table
        .get("/d/{slug}/q/{reference}/print", ReadDialogue, printout::show)
        .get("/d/{slug}/members", InviteMember, members::show)
        .post("/d/{slug}/members", InviteMember, members::invite)
        .post("/d/{slug}/members/withdraw", InviteMember, members::withdraw)
        .post("/d/{slug}/members/{id}", InviteMember, members::change)
        .post("/d/{slug}/secretariat/members/heads", ManageDialogue, members::invite_heads)
        .get("/d/{slug}/statements", BringStatement, statements::show)
        .post("/d/{slug}/statements", BringStatement, statements::bring)
        .get("/d/{slug}/statements/{id}", BringStatement, statements::read)
        .post("/d/{slug}/statements/{id}", BringStatement, statements::mark)
        .get("/d/{slug}/secretariat", EnterOnBehalf, secretariat::overview)
        .get("/d/{slug}/secretariat/delegations", ManageDialogue, delegations::show)
        .post("/d/{slug}/secretariat/delegations", ManageDialogue, delegations::add)
        .post("/d/{slug}/secretariat/delegations/file", ManageDialogue, delegations::from_file)
        .get("/d/{slug}/secretariat/delegations/{id}", ManageDialogue, delegation::show)
        .post("/d/{slug}/secretariat/delegations/{id}", ManageDialogue, delegation::describe)
        .post("/d/{slug}/secretariat/delegations/{id}/remove", ManageDialogue, delegation::remove)
        .post("/d/{slug}/secretariat/perspectives/file", ManageDialogue, delegations::perspectives_from_file)
        .get("/d/{slug}/secretariat/codes", ManageDialogue, codes::show)
        .post("/d/{slug}/secretariat/codes", ManageDialogue, codes::make)
        .get("/d/{slug}/secretariat/codes/sheet", ManageDialogue, codes::sheet)
        .post("/d/{slug}/secretariat/codes/set-aside", ManageDialogue, codes::set_aside)
        .post("/d/{slug}/secretariat/codes/take-in", ManageDialogue, codes::take_in)
        .get("/d/{slug}/secretariat/moderation", Moderate, moderation::show)
        .post("/d/{slug}/secretariat/moderation", Moderate, moderation::decide)
        .post("/d/{slug}/secretariat/moderation/seen", Moderate, moderation::seen)
        .get("/d/{slug}/secretariat/moderation/alike", Moderate, moderation::alike)
        .get("/d/{slug}/secretariat/moderation/decisions", Moderate, moderation::decisions)
        .get("/d/{slug}/secretariat/entry", EnterOnBehalf, entry::show)
        .post("/d/{slug}/secretariat/entry", EnterOnBehalf, entry::enter)
        .post("/d/{slug}/secretariat/entry/correct", EnterOnBehalf, entry::correct)
        .get("/d/{slug}/secretariat/entry/responses", EnterOnBehalf, responses::show)
        .post("/d/{slug}/secretariat/entry/responses", EnterOnBehalf, responses::enter)
        .get("/d/{slug}/secretariat/entry/sheets", EnterOnBehalf, sheets::show)
        .post("/d/{slug}/secretariat/entry/sheets", EnterOnBehalf, sheets::enter)
        .post("/d/{slug}/secretariat/entry/sheets/number", EnterOnBehalf, sheets::number)
        .get("/d/{slug}/secretariat/settings", ManageDialogue, settings::show)
        .post("/d/{slug}/secretariat/settings", ManageDialogue, settings::change)
}

/// The program's front: every route behind its guard, with the headers that every answer carries.
pub fn router(app: Arc<App>) -> Router {
    let (lost, forms) = (Arc::clone(&app), Arc::clone(&app));
    table(Arc::clone(&app))
        .router
        .method_not_allowed_fallback(async move |request: Request| guard::form_only(&forms, request))
        .fallback(async move |request: Request| guard::unknown(&lost, request))
        .layer(DefaultBodyLimit::max(BODY))
        .layer(from_fn(headers))
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::new())
        .with_state(app)
}

/// No inline script or style, nothing from elsewhere, not in a frame (OWASP ASVS 5.0, V3.4).
const FIXED: [(HeaderName, &str); 4] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
