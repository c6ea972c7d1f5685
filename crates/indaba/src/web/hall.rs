//! The hall: one question for the projector, with its address as a QR code, and the landscape as it grows.

use super::{Answer, Problem, Visit, asset, landscape};
use crate::lang::L;
use crate::live::landscape::Audience;
use crate::report_landscape::{Ellipses, View};
use askama::Template;
use axum::extract::Path;
use qrcode::QrCode;
use qrcode::render::svg;

#[derive(Template)]
#[template(path = "hall.html")]
struct Hall {
    l: L,
    /// None while it is being computed for the first time.
    v: Option<View>,
    at: String,
    title: String,
    reference: String,
    text: String,
    lang: String,
    address: String,
    qr: String,
    assets: &'static str,
    simulated: bool,
}

/// `GET /d/{slug}/q/{reference}/hall`. A screen that everybody sees shows what everybody may see, whoever signed in
/// on the machine behind it.
pub async fn show(visit: Visit, Path((slug, reference)): Path<(String, String)>) -> Answer {
    let convened = visit.convened()?;
    let question = visit.question(&reference)?.clone();
    let at = format!("/d/{slug}/q/{reference}");
    let address = format!("{}{at}", visit.app.config.address);
    let v = landscape::soon(&visit, &question, Audience::Public, Ellipses::None).await?;
    let computing = v.is_none();
    let hall = Hall {
        l: visit.l,
        v,
        title: convened.dialogue.title.clone(),
        simulated: convened.dialogue.simulated,
        qr: qr(&address, &visit.l.t("hall-qr"))?,
        address: address.split_once("://").map_or(address.clone(), |(_, short)| short.to_owned()),
        at,
        reference,
        text: question.text,
        lang: question.lang,
        assets: asset::VERSION.as_str(),
    };
    landscape::answer(&hall, computing)
}

/// An address as a QR code, for the page: dark on light in every colour scheme, so that phones read it.
fn qr(address: &str, label: &str) -> Result<String, Problem> {
    let code = QrCode::new(address.as_bytes()).map_err(|error| Problem::internal(&error))?;
    let drawn = code.render::<svg::Color>().min_dimensions(240, 240).build();
    let svg = drawn.split_once("<svg").map_or(drawn.as_str(), |(_, rest)| rest);
    Ok(format!("<svg role=\"img\" aria-label=\"{label}\" class=\"qr\"{svg}"))
}
