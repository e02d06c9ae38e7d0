//! For dark terminals: quiet grounds, on which the front and what fell today are the lightest things.

use super::{Palette, PartyTones, tone};

pub(in crate::ui::theme) const DARK: Palette = Palette {
    faint: tone(0x008b_93a1, 245),
    strong: tone(0x00f2_f4f8, 231),
    rule: tone(0x0045_4c59, 239),
    border: tone(0x0068_7689, 243),
    outline: tone(0x00a9_b3c2, 248),
    neighbour: tone(0x0052_5b69, 240),
    front: tone(0x00f6_c945, 221),
    front_today: tone(0x00ff_f3c4, 230),
    party: [
        PartyTones {
            ink: tone(0x009c_ceff, 117),
            pocket: tone(0x0076_a0c8, 74),
            fill: tone(0x003f_5c80, 60),
            ground: tone(0x0016_2740, 235),
            ground_today: tone(0x0022_4570, 17),
        },
        PartyTones {
            ink: tone(0x00f5_b37c, 215),
            pocket: tone(0x00c0_8a58, 173),
            fill: tone(0x0084_6242, 94),
            ground: tone(0x003c_2a1b, 52),
            ground_today: tone(0x006a_3f1e, 88),
        },
        PartyTones {
            ink: tone(0x00b5_e8a0, 157),
            pocket: tone(0x0082_b070, 108),
            fill: tone(0x004f_7d3f, 65),
            ground: tone(0x001c_3319, 22),
            ground_today: tone(0x0029_4e21, 23),
        },
        PartyTones {
            ink: tone(0x00ef_b0ef, 219),
            pocket: tone(0x00b8_82b8, 139),
            fill: tone(0x0078_4c78, 96),
            ground: tone(0x0035_1d37, 53),
            ground_today: tone(0x0055_2958, 54),
        },
    ],
    contested: tone(0x00ff_e970, 227),
    disputed: tone(0x00f0_e0bf, 223),
    disputed_fill: tone(0x0079_7776, 243),
    disputed_ground: tone(0x002d_2d31, 239),
    today: tone(0x00ff_ffff, 231),
    seat: tone(0x00d2_ecff, 195),
    label: tone(0x00dd_e2ea, 253),
    river: tone(0x004f_86ad, 67),
    road: tone(0x008a_8174, 101),
    relief: tone(0x0060_656e, 241),
    bar: tone(0x00c9_a56e, 179),
    national: tone(0x00a9_b5d6, 146),
    selected: [tone(0x000c_1016, 16), tone(0x009c_ceff, 117)],
    playhead: [tone(0x00ff_ffff, 231), tone(0x002d_5a8c, 24), tone(0x001b_2b40, 236)],
    relief_parts: 72,
};
