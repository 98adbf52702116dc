"""The demuxers a source may use.

An allow-list, because FFmpeg picks the demuxer by content: a text that says ``ffconcat`` or a
session description disguised as ``film.mp4`` would otherwise open other files and addresses. Left
out on purpose: every format that refers to other resources (concat, sdp, imf, image sequences …),
capture devices, raw formats that match anything, and subtitle texts.
"""

from __future__ import annotations

_CONTAINERS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,mpegvideo,avi,flv,live_flv,asf,asf_o,ogg,nut,rm,wtv,mxf,gxf,"
    "dv,ivf,vob,pva,nuv,nsv,amv,swf,iamf,dhav,ivr,roq,smk,bink,thp,vivo,mv,4xm,cdxl,ea,wc3movie,mtv,mvi,r3d,lxf"
)
_AUDIO = (
    "wav,w64,aiff,caf,au,mp3,aac,loas,ac3,eac3,ac4,dts,dtshd,truehd,mlp,flac,ape,wv,tta,tak,mpc,mpc8,shn,osq,wavarc,"
    "amr,amrnb,amrwb,gsm,g722,g729,voc,sox,dsf,iff,xwma,aa,aax,aea,oma,act,bit,ilbc,codec2,qcp,apc,ircam,nistsphere,"
    "avr,pvf,mmf,rso,epaf,sbc,aptx,aptx_hd,dfpwm,adp,adx,qoa,spdif,s337m,daud,apac,rka,laf,bonk"
)
_ELEMENTARY_VIDEO = "h261,h263,h264,hevc,vvc,av1,obu,m4v,mjpeg,vc1,dirac,cavsvideo,avs2,avs3"

MEDIA_FORMATS = f"{_CONTAINERS},{_AUDIO},{_ELEMENTARY_VIDEO},sup,hca"
"""``format_whitelist`` for one self-contained file or stream."""

HLS_FORMATS = "hls,mpegts,mov,mp4,aac,mp3,ac3,eac3,flac,webvtt"
"""``format_whitelist`` for a playlist and its segments, which may hold no further playlist."""

BRIDGE_FORMATS = "nut"
"""What the helper process hands over."""
