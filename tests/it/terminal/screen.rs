//! A viewer in a pseudo-terminal, seen and used as its user does.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtyPair, PtySize};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

/// How long anything may take on a busy machine. Passing tests do not wait for it.
const LIMIT: Duration = Duration::from_mins(1);

/// What a frame begins with.
pub(super) const FRAME: &str = "\x1b[?2026h";
/// What a frame ends with.
pub(super) const FRAME_END: &str = "\x1b[?2026l";

/// Tries until `done`, or fails.
#[track_caller]
pub(super) fn within(what: &str, mut done: impl FnMut() -> bool) {
    let start = Instant::now();
    while !done() {
        assert!(start.elapsed() < LIMIT, "waited in vain for {what}");
        thread::sleep(Duration::from_millis(2));
    }
}

/// Waits until a child has stopped. Only then a signal to go on is one.
#[track_caller]
pub(super) fn wait_until_stopped(child: Pid) {
    within("a stop", || {
        let status = waitpid(Some(child), WaitOptions::UNTRACED | WaitOptions::NOHANG).expect("a child");
        status.is_some_and(|(_, status)| status.stopped())
    });
}

/// A running viewer and its terminal.
pub(super) struct Screen {
    pair: PtyPair,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    /// The line settings before the viewer was started.
    pub(super) line_settings_before: String,
}

/// All that has reached the terminal.
pub(super) struct Seen {
    terminal: vt100::Parser,
    log: Vec<u8>,
}

impl Screen {
    /// Starts the viewer in a terminal of some size.
    pub(super) fn new(size: PtySize) -> Self {
        Self::running(super::viewer(), size)
    }

    /// Starts a command in a terminal of some size.
    pub(super) fn running(command: CommandBuilder, size: PtySize) -> Self {
        let pair = super::terminal(size);
        let line_settings_before = settings(&pair);
        let child = pair.slave.spawn_command(command).expect("it starts");
        let keys = pair.master.take_writer().expect("a way to type");
        let terminal = vt100::Parser::new(cells(size.rows), cells(size.cols), 0);
        let seen = Arc::new((Mutex::new(Seen { terminal, log: Vec::new() }), Condvar::new()));
        let mut output = pair.master.try_clone_reader().expect("what it writes");
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut chunk) {
                let mut seen = shared.0.lock().expect("no test has failed");
                seen.terminal.process(&chunk[..count]);
                seen.log.extend_from_slice(&chunk[..count]);
                shared.1.notify_all();
            }
        });
        Self { pair, child, keys, seen, line_settings_before }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().expect("the reader lives")
    }

    /// Waits until the screen is as described, or fails and shows it.
    #[track_caller]
    pub(super) fn wait_for(&self, what: &str, mut done: impl FnMut(&Seen) -> bool) {
        let start = Instant::now();
        let mut seen = self.seen();
        while !done(&seen) {
            let left = LIMIT.saturating_sub(start.elapsed());
            assert!(!left.is_zero(), "waited in vain for {what}:\n{}", seen.text());
            seen = self.seen.1.wait_timeout(seen, left).expect("the reader lives").0;
        }
    }

    /// Types.
    pub(super) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.keys.flush().expect("the terminal takes keys");
    }

    /// Gives the terminal another size.
    pub(super) fn resize(&mut self, size: PtySize) {
        self.seen().terminal.set_size(cells(size.rows), cells(size.cols));
        self.pair.master.resize(size).expect("a size");
    }

    /// Sends a signal to the viewer.
    pub(super) fn signal(&mut self, signal: Signal) {
        kill_process(self.pid(), signal).expect("it runs");
    }

    /// Waits until the viewer has stopped.
    #[track_caller]
    pub(super) fn wait_until_stopped(&self) {
        wait_until_stopped(self.pid());
    }

    /// Whether the viewer has ended.
    pub(super) fn has_ended(&mut self) -> bool {
        self.child.try_wait().expect("a child").is_some()
    }

    /// Waits for the end of the viewer.
    #[track_caller]
    pub(super) fn exit_code(&mut self) -> u32 {
        within("its end", || self.has_ended());
        self.child.wait().expect("an exit code").exit_code()
    }

    /// The first row.
    pub(super) fn header(&self) -> String {
        self.seen().header()
    }

    /// The characters alone, without the blanks at the ends of rows.
    pub(super) fn text(&self) -> String {
        let seen = self.seen();
        let screen = seen.terminal.screen();
        screen.rows(0, screen.size().1.get()).map(|row| row.trim_end().to_owned() + "\n").collect()
    }

    /// Everything that is shown, by rows.
    pub(super) fn cells(&self) -> Vec<Option<vt100::Cell>> {
        let seen = self.seen();
        let screen = seen.terminal.screen();
        let (rows, columns) = screen.size();
        (0..rows.get()).flat_map(|y| (0..columns.get()).map(move |x| screen.cell(y, x).cloned())).collect()
    }

    /// Bytes that have reached the terminal.
    pub(super) fn bytes(&self) -> usize {
        self.seen().log.len()
    }

    /// What has reached the terminal after so many bytes.
    pub(super) fn sent_since(&self, bytes: usize) -> String {
        String::from_utf8_lossy(&self.seen().log[bytes..]).into_owned()
    }

    /// Frames that have reached the terminal.
    pub(super) fn frames(&self) -> usize {
        self.seen().frames()
    }

    /// Sets line settings as a shell has them, behind the viewer's back.
    pub(super) fn cook(&self) {
        let terminal = File::open(self.pair.master.tty_name().expect("a name")).expect("a terminal");
        assert!(Command::new("stty").arg("icanon").stdin(terminal).status().expect("stty runs").success());
    }

    /// The line settings.
    pub(super) fn line_settings(&self) -> String {
        settings(&self.pair)
    }

    /// How often the threads of the viewer have gone to sleep so far, where the system tells.
    pub(super) fn wakeups(&self) -> String {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.pid().as_raw_nonzero()));
        let mut out = String::new();
        for task in tasks.into_iter().flatten().flatten() {
            let status = std::fs::read_to_string(task.path().join("status")).unwrap_or_default();
            for line in status.lines().filter(|line| line.starts_with("voluntary_ctxt_switches")) {
                writeln!(out, "{line}").expect("a string takes everything");
            }
        }
        out
    }

    fn pid(&self) -> Pid {
        let id = self.child.process_id().and_then(|id| i32::try_from(id).ok());
        id.and_then(Pid::from_raw).expect("it has been started")
    }
}

/// No test leaves a viewer behind.
impl Drop for Screen {
    fn drop(&mut self) {
        // It has ended already in most tests.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Seen {
    /// The first row.
    pub(super) fn header(&self) -> String {
        let screen = self.terminal.screen();
        screen.rows(0, screen.size().1.get()).next().unwrap_or_default()
    }

    /// Whether some bytes have reached the terminal.
    pub(super) fn has(&self, part: &str) -> bool {
        self.count(part) > 0
    }

    /// Everything that is shown, as text.
    pub(super) fn text(&self) -> String {
        self.terminal.screen().contents()
    }

    /// Frames so far.
    pub(super) fn frames(&self) -> usize {
        self.count(FRAME_END)
    }

    /// The modes that are set, by name.
    pub(super) fn modes(&self) -> Vec<&'static str> {
        let screen = self.terminal.screen();
        let modes = [
            ("alternate screen", screen.alternate_screen()),
            ("hidden cursor", screen.hide_cursor()),
            ("bracketed paste", screen.bracketed_paste()),
            ("mouse", screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None),
            ("mouse coordinates", screen.mouse_protocol_encoding() != vt100::MouseProtocolEncoding::Default),
            ("a colour", (screen.fgcolor(), screen.bgcolor()) != (vt100::Color::Default, vt100::Color::Default)),
            ("an attribute", screen.bold() || screen.inverse() || screen.underline()),
            // A mode like the others: a frame that is begun anew where another one broke off needs one end.
            ("an unfinished frame", self.last(FRAME) > self.last(FRAME_END)),
        ];
        modes.into_iter().filter(|(_, set)| *set).map(|(name, _)| name).collect()
    }

    /// How often some bytes have reached the terminal.
    pub(super) fn count(&self, part: &str) -> usize {
        self.log.windows(part.len()).filter(|window| *window == part.as_bytes()).count()
    }

    /// Where some bytes came last, if they did.
    fn last(&self, part: &str) -> Option<usize> {
        self.log.windows(part.len()).rposition(|window| window == part.as_bytes())
    }
}

/// The line settings of a terminal, in some words of their own.
pub(super) fn settings(pair: &PtyPair) -> String {
    format!("{:?}", pair.master.get_termios())
}

/// The emulator has no screens without cells.
fn cells(length: u16) -> NonZeroU16 {
    NonZeroU16::new(length).unwrap_or(NonZeroU16::MIN)
}
