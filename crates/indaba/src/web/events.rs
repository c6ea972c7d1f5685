//! News of a question, and of landing zones, as server-sent events (WHATWG HTML, 9.2): that something changed, never what.

use super::{Answer, Visit};
use crate::live::News;
use axum::extract::Path;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::{Receiver, error::RecvError};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

/// At most one event in this time: a full hall would have every page read itself again all the time.
const SPACING: Duration = Duration::from_secs(1);
/// Proxies close a line on which nothing is said.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// `GET /d/{slug}/q/{reference}/events`
pub async fn question(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Answer {
    let news = visit.app.live.watch(&visit.question(&reference)?.id);
    let (send, receive) = mpsc::channel(1);
    Ok(stream(news, send, receive))
}

/// `GET /d/{slug}/landing/events`: that more is found of the result that this reader is shown. The first news comes at
/// once, as something may have been found between the page and its watch.
pub async fn landing(visit: Visit) -> Answer {
    let channel = super::landing::audience(&visit).channel(&visit.convened()?.dialogue.id);
    let news = visit.app.live.watch(&channel);
    let (send, receive) = mpsc::channel(1);
    let _ = send.try_send(Ok(changed()));
    Ok(stream(news, send, receive))
}

type Sent = Result<Event, Infallible>;

fn stream(news: Receiver<News>, send: mpsc::Sender<Sent>, receive: mpsc::Receiver<Sent>) -> Response {
    tokio::spawn(pass_on(news, send));
    let keep = KeepAlive::new().interval(HEARTBEAT).text("still here");
    Sse::new(ReceiverStream::new(receive)).keep_alive(keep).into_response()
}

fn changed() -> Event {
    Event::default().event("news").data("changed")
}

/// Ends when the reader leaves, or when nobody can tell any more: the server stops.
async fn pass_on(mut news: Receiver<News>, send: mpsc::Sender<Sent>) {
    loop {
        let came = tokio::select! {
            came = news.recv() => came,
            () = send.closed() => return,
        };
        match came {
            // Having missed some is news too.
            Ok(_) | Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return,
        }
        if send.send(Ok(changed())).await.is_err() {
            return;
        }
        tokio::select! {
            () = tokio::time::sleep(SPACING) => {}
            () = send.closed() => return,
        }
        while news.len() > 1 && news.try_recv().is_ok() {}
    }
}
